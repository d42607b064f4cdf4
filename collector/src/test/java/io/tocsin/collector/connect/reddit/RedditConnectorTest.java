package io.tocsin.collector.connect.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.connect.RedditSettings;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class RedditConnectorTest extends BadAnswersContract {
    private static final String FEED = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>new</title><id>f</id>
            <entry><id>t3_a1</id><title>Phone smokes</title><author><name>/u/ann</name></author>
             <published>2026-03-01T10:00:00+00:00</published><link href="https://www.reddit.com/r/acme/comments/a1/x/"/>
             <content type="html">&lt;div class="md"&gt;&lt;p&gt;It really does.&lt;/p&gt;&lt;/div&gt; submitted by &lt;a href="https://www.reddit.com/user/ann"&gt; /u/ann &lt;/a&gt; &lt;br/&gt; &lt;span&gt;&lt;a href="https://www.reddit.com/r/acme/comments/a1/x/"&gt;[link]&lt;/a&gt;&lt;/span&gt; &lt;span&gt;&lt;a href="https://www.reddit.com/r/acme/comments/a1/x/"&gt;[comments]&lt;/a&gt;&lt;/span&gt;</content></entry>
            </feed>""";

    private final AtomicInteger logins = new AtomicInteger();
    private volatile String token = "first";

    @Override
    protected SourceSettings settings() {
        return new RedditSettings(
                Polls.polling(),
                site.url("/"),
                site.url("/oauth/"),
                List.of("acme", "phones"),
                List.of(),
                new RedditSettings.App("app", "hidden"));
    }

    @Override
    protected void serve() {
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return Stream.concat(
                        IntStream.range(0, 150).mapToObj(id -> "reddit:t3_" + id),
                        IntStream.range(0, 150).mapToObj(id -> "reddit:t1_" + id))
                .toList();
    }

    @Test
    void readsEveryFieldOfPostsAndComments() {
        List<Post> posts = polls.poll();

        assertThat(posts)
                .contains(
                        Post.builder(
                                        "reddit:t3_149",
                                        "reddit",
                                        "Phone 149\nsmokes & burns",
                                        Instant.ofEpochSecond(1_772_000_149))
                                .url("https://www.reddit.com/r/acme/comments/149/")
                                .author(Author.of("reddit:ann", "ann"))
                                .engagement(new Engagement(1L, 4L, 12L, null))
                                .collectedAt(Polls.NOON)
                                .build(),
                        Post.builder("reddit:t1_149", "reddit", "me too", Instant.ofEpochSecond(1_772_000_149))
                                .url("https://www.reddit.com/r/acme/comments/149/")
                                .author(Author.of("reddit:ann", "ann"))
                                .inReplyTo("reddit:t1_7")
                                .root("reddit:t3_2")
                                .engagement(new Engagement(null, null, 12L, null))
                                .collectedAt(Polls.NOON)
                                .build());
    }

    @Test
    void logsInAgainWhenTheTokenWasWithdrawn() {
        Polls once = polls;
        once.poll();
        token = "second";

        once.poll();

        assertThat(once.state().problem()).isNull();
    }

    @Test
    void anAppThatIsRefusedNamesItsKey() {
        site.program(request -> Optional.of(TestSite.status(401)));

        polls.poll();

        assertThat(problem().message()).contains("'app.secret'").doesNotContain("hidden");
    }

    @Test
    void withoutAnAppReadsTheFeeds() {
        site.put("/r/acme/new/.rss", TestSite.page(FEED));
        site.put("/r/acme/comments/.rss", TestSite.page(FEED.replace("t3_a1", "t1_b2")));
        site.put("/search.rss?q=acme%20phone&sort=new", TestSite.page(FEED));
        try (Polls feeds = new Polls(feeds())) {
            List<Post> posts = feeds.poll();

            assertThat(posts).extracting(Post::id).containsExactly("reddit:t3_a1", "reddit:t1_b2", "reddit:t3_a1");
            assertThat(posts.getFirst().text()).isEqualTo("Phone smokes\nIt really does.");
            assertThat(Objects.requireNonNull(posts.getFirst().author()).handle())
                    .isEqualTo("ann");
            assertThat(feeds.state().problem()).isNull();
            assertThat(feeds.poll()).isEmpty();
        }
    }

    @Test
    void theFeedsAreReadOnlyIfRobotsTxtAllowsIt() {
        site.put("/robots.txt", TestSite.page("User-agent: *\nDisallow: /"));
        try (Polls feeds = new Polls(feeds())) {
            feeds.poll();

            assertThat(Objects.requireNonNull(feeds.state().problem()).message())
                    .contains("robots.txt");
        }
    }

    @Test
    void anAppDoesNotAskRobotsTxt() {
        site.put("/robots.txt", TestSite.page("User-agent: *\nDisallow: /"));

        assertThat(polls.poll()).hasSize(300);
    }

    @Test
    void thePollAfterAHundredRequestsInTenMinutesWaitsForTheAllowanceToBeRenewed() {
        site.weather(answer -> answer.newBuilder()
                .addHeader("X-Ratelimit-Remaining", "0.0")
                .addHeader("X-Ratelimit-Reset", "300")
                .build());

        polls.poll();

        assertThat(problem().message()).contains("allows no more requests", "12:05:00");
        assertThat(polls.state().notBefore()).isAfterOrEqualTo(Polls.NOON.plus(Duration.ofMinutes(5)));
    }

    private SourceSettings feeds() {
        return new RedditSettings(
                Polls.polling(), site.url("/"), site.url("/"), List.of("acme"), List.of("acme phone"), null);
    }

    @Test
    void countsThingsAgain() throws SourceException {
        List<Reading> readings = polls.recount("reddit:t3_149", "reddit:t1_7", "reddit:t3_404");

        assertThat(readings).extracting(Reading::id).containsExactly("reddit:t3_149", "reddit:t1_7", "reddit:t3_404");
        assertThat(readings.getLast()).isInstanceOf(Reading.Gone.class);
    }

    @Test
    void stubsOfWhatWasDeletedOrRemovedCountAsGone() throws SourceException {
        site.program(request ->
                request.getTarget().contains("/api/info") ? Optional.of(TestSite.page("""
                        {"data":{"children":[
                         {"data":{"name":"t3_1","title":"Phone","selftext":"[deleted]","author":"[deleted]","created_utc":1772000000}},
                         {"data":{"name":"t3_2","title":"Phone","selftext":"","removed_by_category":"moderator","created_utc":1772000000}},
                         {"data":{"name":"t1_3","body":"[removed]","created_utc":1772000000}},
                         {"data":{"name":"t1_4","body":"it was [removed]","created_utc":1772000000}}]}}
                        """)) : answer(request));

        assertThat(polls.recount("reddit:t3_1", "reddit:t3_2", "reddit:t1_3", "reddit:t1_4"))
                .filteredOn(Reading.Gone.class::isInstance)
                .extracting(Reading::id)
                .containsExactly("reddit:t3_1", "reddit:t3_2", "reddit:t1_3");
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        String authorization = request.getHeaders().get("Authorization");
        if (url.encodedPath().equals("/api/v1/access_token")) {
            boolean known = Credentials.basic("app", "hidden").equals(authorization)
                    && Objects.requireNonNull(request.getBody()).utf8().equals("grant_type=client_credentials");
            logins.incrementAndGet();
            return Optional.of(
                    known
                            ? TestSite.page("{\"access_token\":\"%s\",\"expires_in\":3600}".formatted(token))
                            : TestSite.status(401));
        }
        if (url.encodedPath().equals("/robots.txt")) {
            return Optional.empty();
        }
        if (!("Bearer " + token).equals(authorization)) {
            return Optional.of(TestSite.status(401));
        }
        return switch (url.encodedPath()) {
            case "/oauth/r/acme+phones/new" -> Optional.of(TestSite.page(listing(url, RedditConnectorTest::post)));
            case "/oauth/r/acme+phones/comments" ->
                Optional.of(TestSite.page(listing(url, RedditConnectorTest::comment)));
            case "/oauth/api/info" -> {
                assertThat(url.queryParameter("id")).isEqualTo("t3_149,t1_7,t3_404");
                yield Optional.of(TestSite.page("{\"data\":{\"children\":[%s,%s]}}".formatted(post(149), comment(7))));
            }
            default -> Optional.empty();
        };
    }

    private static String listing(HttpUrl url, IntFunction<String> thing) {
        String after = url.queryParameter("after");
        int from = after == null ? 150 : Integer.parseInt(after.substring(3));
        int to = Math.max(0, from - 100);
        String children = IntStream.iterate(from - 1, id -> id >= to, id -> id - 1)
                .mapToObj(thing)
                .collect(Collectors.joining(","));
        return "{\"kind\":\"Listing\",\"data\":{\"after\":%s,\"children\":[%s]}}"
                .formatted(to == 0 ? "null" : "\"t3_" + to + "\"", children);
    }

    private static String post(int id) {
        return """
                {"kind":"t3","data":{"name":"t3_%1$d","title":"Phone %1$d","selftext":"smokes & burns","author":"ann",
                 "created_utc":%2$d.0,"permalink":"/r/acme/comments/%1$d/","score":12,"num_comments":4,"num_crossposts":1}}
                """.formatted(id, 1_772_000_000 + id);
    }

    private static String comment(int id) {
        return """
                {"kind":"t1","data":{"name":"t1_%1$d","body":"me too","author":"ann","created_utc":%2$d.0,
                 "permalink":"/r/acme/comments/%1$d/","score":12,"parent_id":"t1_7","link_id":"t3_2"}}
                """.formatted(id, 1_772_000_000 + id);
    }
}
