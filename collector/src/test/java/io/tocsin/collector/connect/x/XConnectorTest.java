package io.tocsin.collector.connect.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.XSettings;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import io.tocsin.collector.source.SourceState.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XConnectorTest extends BadAnswersContract {
    /** The id of a post of this noon. */
    private static final long FIRST = (Polls.NOON.toEpochMilli() - 1_288_834_974_657L) << 22;

    private final List<HttpUrl> searches = new ArrayList<>();
    private long last;
    private int read;
    private UnaryOperator<String> wording = text -> text;

    @Override
    protected SourceSettings settings() {
        return settings(1_000_000);
    }

    private SourceSettings settings(int dailyReads) {
        return new XSettings(
                Polls.polling(), site.url("/2/"), List.of("acme -is:nullcast"), "hidden", false, dailyReads);
    }

    @Override
    protected void serve() {
        last = FIRST + 60;
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return LongStream.rangeClosed(FIRST + 1, last).mapToObj(id -> "x:" + id).toList();
    }

    @Test
    void readsEveryFieldOfAPost() {
        last = FIRST + 1;
        wording = tweet -> tweet.replace("\"text\":\"text\"", """
                "text":"cut off","note_tweet":{"text":"It &lt;burns&gt;"},"conversation_id":"77",
                "referenced_tweets":[{"type":"replied_to","id":"78"},{"type":"quoted","id":"79"}]
                """);

        assertThat(polls.poll())
                .containsExactly(Post.builder("x:" + last, "x", "It <burns>", Instant.parse("2026-03-01T11:00:00Z"))
                        .url("https://x.com/i/status/" + last)
                        .language("en")
                        .author(new Author("x:5", "ann", "Ann", 1_000L, null, "Leeds", null))
                        .inReplyTo("x:78")
                        .repostOf("x:79")
                        .root("x:77")
                        .engagement(new Engagement(4L, 2L, 9L, 500L))
                        .collectedAt(Polls.NOON)
                        .build());
    }

    @Test
    void aRepostHasNoTextOfItsOwn() {
        last = FIRST + 1;
        wording = tweet -> tweet.replace(
                "\"text\":\"text\"",
                "\"text\":\"RT @a: b\",\"referenced_tweets\":[{\"type\":\"retweeted\",\"id\":\"70\"}]");

        Post post = polls.poll().getFirst();

        assertThat(post.text()).isEmpty();
        assertThat(post.repostOf()).isEqualTo("x:70");
        assertThat(post.root()).isEqualTo("x:70");
    }

    @Test
    void onePostThatCannotBeReadCostsNoOther() {
        String spoilt = "\"id\":\"" + (FIRST + 30) + "\"";
        wording = tweet -> tweet.contains(spoilt) ? "{" + spoilt + "}" : tweet;

        assertThat(polls.poll()).hasSize(59);
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void asksAsItselfAndForWhatTheInterfaceDocuments() {
        polls.poll();

        assertThat(site.requests())
                .extracting(request -> request.getHeaders().get("User-Agent"))
                .allSatisfy(agent -> assertThat(agent).startsWith("Tocsin"));
        assertThat(site.requests())
                .extracting(request -> Objects.requireNonNull(request.getUrl()).queryParameterNames())
                .containsExactly(
                        Set.of("query", "granularity"),
                        Set.of("query", "max_results", "tweet.fields", "expansions", "user.fields"));
    }

    @Test
    void twoSourcesAskEachAtItsOwnAddress() {
        try (TestSite other = new TestSite();
                Polls others = new Polls(
                        new XSettings(Polls.polling(), other.url("/2/"), List.of("other"), "another", false, 1_000))) {
            other.program(request -> Optional.of(TestSite.page("{\"meta\":{\"total_tweet_count\":0}}")));

            polls.poll();
            others.poll();
            polls.poll();

            assertThat(other.visits()).hasSize(1);
        }
    }

    @Test
    void aPrivateAddressIsNotAsked() {
        polls.close();
        polls = new Polls(new XSettings(
                new Polling("test", Duration.ofMinutes(15), false),
                site.url("/2/"),
                List.of("acme"),
                "hidden",
                false,
                1_000));

        assertThat(polls.poll()).isEmpty();

        assertThat(problem().kind()).isEqualTo(Problem.Kind.FORBIDDEN_ADDRESS);
    }

    @Test
    void nothingIsSearchedForWhenThereIsNothing() {
        polls.poll();
        int before = searches.size();

        assertThat(polls.poll()).isEmpty();
        assertThat(searches).hasSize(before);
    }

    @Test
    void goesOnPageByPageAfterWhatItKnows() {
        polls.poll();
        last = FIRST + 310;

        assertThat(polls.poll()).hasSize(250);
        assertThat(searches).extracting(url -> url.queryParameter("since_id")).containsOnly(null, "" + (FIRST + 60));
        assertThat(polls.arrived()).extracting(Post::id).containsExactlyInAnyOrderElementsOf(served());
    }

    @Test
    void afterAWeekOfSilenceItSearchesAsFarBackAsItMay() {
        polls.poll();
        polls.pass(Duration.ofDays(8));
        last = FIRST + 61;

        polls.poll();

        assertThat(searches.getLast().queryParameter("since_id")).isNull();
    }

    @Test
    void theBudgetIsKeptAndGoesOnAtMidnightWithoutAGap() {
        polls.close();
        polls = new Polls(settings(400));
        polls.poll();
        last = FIRST + 1_000;
        for (int day = 0; day < 4; day++) {
            for (int poll = 0; poll < 5; poll++) {
                polls.poll();
            }
            assertThat(read).isLessThanOrEqualTo(400);
            polls.pass(Duration.ofHours(day == 0 ? 13 : 24));
            read = 0;
        }

        assertThat(polls.arrived()).extracting(Post::id).containsExactlyInAnyOrderElementsOf(served());
    }

    @Test
    void aSpentBudgetIsSaidWithTheTimeItGoesOn() {
        polls.close();
        polls = new Polls(settings(61));
        polls.poll();
        last = FIRST + 1_000;
        polls.poll();

        assertThat(problem().kind()).isEqualTo(Problem.Kind.RATE_LIMITED);
        assertThat(problem().message()).contains("'daily_reads'");
        assertThat(polls.state().notBefore()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersThatGetLostCountAsRead(long seed) {
        polls.close();
        polls = new Polls(settings(500));
        Random random = new Random(seed);
        site.weather(
                answer -> random.nextInt(100) < 40 ? TestSite.page("<html>").build() : answer);
        last = FIRST + 3_000;

        for (int poll = 0; poll < 40; poll++) {
            polls.poll();
            polls.pass(Duration.ofMinutes(15));
        }

        assertThat(read).isPositive().isLessThanOrEqualTo(500);
    }

    @Test
    void countsPostsAgainAndNoticesThatTheyAreGone() throws SourceException {
        polls.poll();
        int before = read;

        List<Reading> again = polls.recount("x:" + last, "x:7");

        assertThat(again)
                .extracting(Reading::id, Reading::getClass)
                .containsExactly(tuple("x:" + last, Reading.Seen.class), tuple("x:7", Reading.Gone.class));
        assertThat(((Reading.Seen) again.getFirst()).post().engagement()).isEqualTo(new Engagement(4L, 2L, 9L, 500L));
        assertThat(read - before).as("authors are not paid for again").isEqualTo(1);
    }

    @Test
    void oldCountsLeaveHalfOfTheBudgetToNewPosts() throws SourceException {
        polls.close();
        polls = new Polls(settings(100));
        last = FIRST + 20;
        polls.poll();
        String[] ids = served().subList(0, 15).toArray(String[]::new);
        for (int i = 0; i < 9; i++) {
            polls.recount(ids);
        }

        assertThat(read).isEqualTo(50);
        last = FIRST + 60;
        assertThat(polls.poll()).isNotEmpty();
        assertThat(read).isLessThanOrEqualTo(100);
    }

    @Test
    void isTriedOutWithoutReadingAnythingThatMustBePaidFor() throws SourceException {
        assertThat(polls.probe()).isEqualTo(60);
        assertThat(read).isZero();
    }

    @Test
    void usedUpCreditsAreSaidWithWhatToDo() {
        site.program(request -> Optional.of(TestSite.status(402)));

        assertThat(polls.poll()).isEmpty();

        assertThat(problem().kind()).isEqualTo(Problem.Kind.PAYMENT);
        assertThat(problem().message()).contains("Buy more");
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        if (!"Bearer hidden".equals(request.getHeaders().get("Authorization"))) {
            return Optional.of(TestSite.status(401));
        }
        if (url.encodedPath().equals("/2/tweets")) {
            return Optional.of(again(url));
        }
        assertThat(url.queryParameter("query")).isEqualTo("acme -is:nullcast");
        long since = number(url.queryParameter("since_id"), FIRST);
        long until = number(url.queryParameter("until_id"), last + 1);
        return switch (url.encodedPath()) {
            case "/2/tweets/counts/recent" ->
                Optional.of(TestSite.page(
                        "{\"data\":[],\"meta\":{\"total_tweet_count\":%d}}".formatted(until - since - 1)));
            case "/2/tweets/search/recent" -> Optional.of(found(url, since, until));
            default -> Optional.empty();
        };
    }

    private MockResponse.Builder found(HttpUrl url, long since, long until) {
        searches.add(url);
        int most = (int) number(url.queryParameter("max_results"), 0);
        assertThat(most).isBetween(10, 100);
        List<Long> ids = LongStream.iterate(until - 1, id -> id > since, id -> id - 1)
                .limit(most)
                .boxed()
                .toList();
        if (ids.isEmpty()) {
            return TestSite.page("{\"meta\":{\"result_count\":0}}");
        }
        read += ids.size() + 1;
        String next = ids.getLast() > since + 1 ? ",\"next_token\":\"n\"" : "";
        String tweets = ids.stream().map(id -> wording.apply(tweet(id))).collect(Collectors.joining(","));
        return TestSite.page("""
                {"data":[%s],"includes":{"users":[{"id":"5","username":"ann","name":"Ann","location":"Leeds",
                 "public_metrics":{"followers_count":1000}}]},"meta":{"result_count":%d%s}}
                """.formatted(tweets, ids.size(), next));
    }

    private MockResponse.Builder again(HttpUrl url) {
        List<Long> there = Stream.of(
                        Objects.requireNonNull(url.queryParameter("ids")).split(","))
                .map(Long::valueOf)
                .filter(id -> id > FIRST && id <= last)
                .toList();
        assertThat(url.queryParameter("expansions")).isNull();
        read += there.size();
        return TestSite.page(there.stream()
                .map(XConnectorTest::tweet)
                .collect(Collectors.joining(",", "{\"data\":[", "],\"errors\":[{\"title\":\"Not Found Error\"}]}")));
    }

    private static long number(@Nullable String text, long otherwise) {
        return text == null ? otherwise : Long.parseLong(text);
    }

    private static String tweet(long id) {
        return """
                {"id":"%d","text":"text","author_id":"5","created_at":"2026-03-01T11:00:00.000Z","lang":"en",
                 "public_metrics":{"retweet_count":3,"reply_count":2,"like_count":9,"quote_count":1,"impression_count":500}}
                """.formatted(id);
    }
}
