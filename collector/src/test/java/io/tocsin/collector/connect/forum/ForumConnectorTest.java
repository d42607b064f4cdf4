package io.tocsin.collector.connect.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.collector.Collector;
import io.tocsin.collector.Memory;
import io.tocsin.collector.PostSink;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Css;
import io.tocsin.collector.connect.Field;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.connect.Selectors;
import io.tocsin.collector.connect.Spot;
import io.tocsin.collector.connect.forum.InventedForum.Topic;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForumConnectorTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final FetchSettings FAST = new FetchSettings(null, Duration.ZERO, Duration.ofSeconds(10), 1_000_000);

    private Instant now = NOW;
    private final InventedForum forum = new InventedForum();
    private final MockWebServer server = new MockWebServer();
    private final HttpFetcher fetcher = new HttpFetcher(FAST, () -> now);
    private Cursor cursor = Cursor.START;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(forum);
        server.start();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    @Test
    void readsEveryFieldOfAPost() throws SourceException {
        Topic topic = forum.open(7, "路由器冒烟", "张三", "<p>薇默路由器冒烟了</p><p>没人管</p>");
        forum.reply(topic, "李四", "我也是");

        List<Post> posts = round();

        String platform = server.getHostName();
        assertThat(posts).extracting(Post::id).containsExactly(platform + ":700", platform + ":701");
        Post first = posts.get(0);
        assertThat(first.text()).isEqualTo("路由器冒烟\n薇默路由器冒烟了\n没人管");
        assertThat(Objects.requireNonNull(first.author()).handle()).isEqualTo("张三");
        assertThat(first.createdAt()).isEqualTo(Instant.parse("2026-03-01T04:30:15Z"));
        assertThat(first.url()).endsWith("/viewthread.php?tid=7");
        assertThat(first.root()).isNull();
        Post second = posts.get(1);
        assertThat(second.text()).isEqualTo("我也是");
        assertThat(second.inReplyTo()).isEqualTo(first.id());
        assertThat(second.root()).isEqualTo(first.id());
    }

    @Test
    void readsAllPagesOfListAndThreadsOnceAndThenOnlyTheLists() throws SourceException {
        fill(forum, 9, 8);

        List<Post> posts = round();
        int requests = forum.requests.size();
        List<Post> again = round();

        assertThat(posts).hasSize(9 * 8).extracting(Post::id).doesNotHaveDuplicates();
        assertThat(again).isEmpty();
        assertThat(forum.requests.subList(requests, forum.requests.size()))
                .allMatch(path -> path.startsWith("/forum-2-"));
    }

    @Test
    void findsLateRepliesOfOldThreadsFromTheLastKnownPageOn() throws SourceException {
        fill(forum, 5, 7);
        round();
        forum.requests.clear();
        Topic old = Objects.requireNonNull(forum.topics.get(1));
        for (int i = 0; i < 4; i++) {
            forum.reply(old, "late", "late " + i);
        }

        List<Post> late = round();

        assertThat(late).extracting(Post::text).containsExactly("late 0", "late 1", "late 2", "late 3");
        assertThat(forum.requests)
                .filteredOn(path -> path.startsWith("/viewthread"))
                .containsExactly("/viewthread.php?page=3&tid=1", "/viewthread.php?page=4&tid=1");
    }

    @Test
    void deliversAnEditedPostAgainAndAnUnchangedOneNot() throws SourceException {
        Topic topic = forum.open(1, "title", "a", "first");
        forum.reply(topic, "b", "second");
        round();

        forum.edit(topic, 1, "second, edited");
        forum.reply(topic, "c", "third");

        assertThat(round()).extracting(Post::text).containsExactly("second, edited", "third");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void aListMayBeShorterThanTheMostThatIsRead(int status) throws SourceException {
        fill(forum, 7, 1);
        forum.instead.put(
                "/forum-2-3.html",
                new MockResponse.Builder().code(status).body("No such page").build());

        assertThat(round()).hasSize(7);
    }

    @Test
    void saysWhichSelectorFoundNothingWhenTheListHasChanged() {
        forum.instead.put("/forum-2-1.html", InventedForum.html("<form id=lsform>Please log in</form>"));

        assertThatThrownBy(this::round).isInstanceOfSatisfying(SourceException.class, e -> {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.UNREADABLE);
            assertThat(e.problem().message())
                    .contains("list.item", "tbody[id^=normalthread_]", "/forum-2-1.html", "log-in");
        });
    }

    @Test
    void aLogInPageInsteadOfTheThreadsIsAProblemThatNamesTheSelector() throws SourceException {
        forum.open(1, "title", "a", "first");
        forum.instead.put("/viewthread.php?tid=1", InventedForum.html("<form id=lsform>Please log in</form>"));
        Connector connector = connector();

        Harvest list = connector.harvest(cursor, NOW);
        Harvest thread = connector.harvest(list.cursor(), NOW);

        assertThat(Objects.requireNonNull(thread.problem()).message()).contains("post.item", "div[id^=post_]");
    }

    @Test
    void aThreadThatIsGoneStopsNoOther() throws SourceException {
        fill(forum, 4, 2);
        forum.instead.put(
                "/viewthread.php?tid=2", new MockResponse.Builder().code(404).build());

        assertThat(round()).hasSize(6);

        forum.instead.clear();
        assertThat(round()).as("it is tried again").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPostArrivesWhateverBreaks(long seed) {
        fill(forum, 11, 7);
        Random random = new Random(seed);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return random.nextInt(100) < 30 ? trouble(random) : forum.dispatch(request);
            }
        });
        Map<String, Post> stored = new HashMap<>();
        Collector collector = collector(
                posts -> {
                    if (random.nextInt(100) < 20) {
                        throw new IllegalStateException("the store is away.");
                    }
                    posts.forEach(post -> stored.put(post.id(), post));
                },
                random);

        for (int poll = 0; poll < 500 && stored.size() < 77; poll++) {
            collector.collect("forum");
            now = now.plus(Duration.ofHours(2));
        }

        assertThat(stored).hasSize(77);
        String host = server.getHostName();
        for (Topic topic : forum.topics.values()) {
            for (InventedForum.Reply reply : topic.posts) {
                Post post = Objects.requireNonNull(stored.get(host + ":" + reply.id()));
                assertThat(post.text()).endsWith(reply.text());
                assertThat(post.root()).isIn(null, host + ":" + topic.id * 100);
            }
        }
    }

    private static MockResponse trouble(Random random) {
        MockResponse.Builder answer = new MockResponse.Builder();
        return switch (random.nextInt(4)) {
            case 0 -> answer.code(500).build();
            case 1 -> answer.code(404).build();
            case 2 -> answer.code(429).addHeader("Retry-After", "60").build();
            default -> answer.onResponseStart(new SocketEffect.CloseSocket()).build();
        };
    }

    @Test
    void aLongThreadArrivesPageByPageThoughTheServerFailsOften() {
        fill(forum, 1, 60);
        Random random = new Random(5);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return random.nextInt(100) < 30
                        ? new MockResponse.Builder().code(503).build()
                        : forum.dispatch(request);
            }
        });
        Map<String, Post> stored = new HashMap<>();
        Collector collector = collector(posts -> posts.forEach(post -> stored.put(post.id(), post)), random);

        for (int poll = 0; poll < 200 && stored.size() < 60; poll++) {
            collector.collect("forum");
            now = now.plus(Duration.ofHours(2));
        }

        assertThat(stored).hasSize(60);
    }

    @Test
    void aThreadWhoseLastKnownPageIsGoneIsReadFromItsFirst() throws SourceException {
        fill(forum, 2, 7);
        round();
        Topic shortened = Objects.requireNonNull(forum.topics.get(1));
        shortened.posts.subList(2, 7).clear();
        forum.instead.put(
                "/viewthread.php?page=3&tid=1",
                new MockResponse.Builder().code(404).build());
        forum.reply(shortened, "late", "late");

        assertThat(round()).extracting(Post::text).contains("late");
        assertThat(round()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"feed\":\"https://example.org/\",\"seen\":{}}", "{}", "no JSON"})
    void theCursorOfASourceThatWasNoForumCountsAsTheStart(String other) throws SourceException {
        fill(forum, 2, 2);
        cursor = new Cursor(other);

        assertThat(round()).hasSize(4);
    }

    @Test
    void anUnreadableLastPageIsNoReasonToReadAThreadFromItsFirst() throws SourceException {
        Topic topic = forum.open(1, "title", "a", "first");
        for (int i = 1; i < 3 * InventedForum.POSTS_PER_PAGE - 1; i++) {
            forum.reply(topic, "b", "reply " + i);
        }
        round();
        forum.requests.clear();
        forum.reply(topic, "c", "late");
        forum.instead.put("/viewthread.php?page=3&tid=1", InventedForum.html("<p>down for maintenance</p>"));

        round();

        assertThat(forum.requests)
                .filteredOn(path -> path.startsWith("/viewthread"))
                .containsExactly(
                        "/viewthread.php?page=3&tid=1", "/viewthread.php?page=2&tid=1", "/viewthread.php?page=3&tid=1");
        forum.instead.clear();
        assertThat(round()).extracting(Post::text).contains("late");
    }

    @Test
    void pagesThatLeadInACircleAreReadOnce() throws SourceException {
        Topic topic = forum.open(1, "title", "a", "first");
        forum.reply(topic, "b", "second");
        forum.instead.put(
                "/viewthread.php?tid=1",
                InventedForum.html(InventedForum.thread(topic, 1)
                        + "<div class=pg><a class=nxt href='viewthread.php?tid=1&page=2'>next</a></div>"));
        forum.instead.put(
                "/viewthread.php?page=2&tid=1",
                InventedForum.html(InventedForum.thread(topic, 1)
                        + "<div class=pg><a class=nxt href='viewthread.php?tid=1'>next</a></div>"));

        assertThat(round()).extracting(Post::text).containsExactly("title\nfirst", "second");
        assertThat(round()).isEmpty();
        assertThat(forum.requests)
                .filteredOn(path -> path.startsWith("/viewthread"))
                .hasSize(2);
    }

    private Collector collector(PostSink sink, Random random) {
        return new Collector(Map.of(settings().source(), connector()), Memory.ofProcess(), sink, () -> now, random);
    }

    private static void fill(InventedForum forum, int topics, int posts) {
        for (int number = 1; number <= topics; number++) {
            Topic topic = forum.open(number, "title " + number, "author", "text of " + number);
            for (int i = 1; i < posts; i++) {
                forum.reply(topic, "author " + i, "reply " + i + " to " + number);
            }
        }
    }

    /** One round, as the collector makes it; each step with a new connector, as after a restart. */
    private List<Post> round() throws SourceException {
        List<Post> posts = new ArrayList<>();
        Harvest harvest;
        do {
            harvest = connector().harvest(cursor, NOW);
            posts.addAll(harvest.posts());
            cursor = harvest.cursor();
        } while (harvest.more());
        return posts;
    }

    private Connector connector() {
        return new ForumConnector(settings(), fetcher);
    }

    private ForumSettings settings() {
        return new ForumSettings(
                new Polling("forum", Duration.ofMinutes(2), true),
                ZoneId.of("Asia/Shanghai"),
                new ForumSettings.ListPages(server.url("/forum-2-") + "{page}.html", 5),
                30,
                null,
                null,
                new Selectors(
                        Map.of(
                                Spot.LIST_ITEM, Css.parse("tbody[id^=normalthread_]"),
                                Spot.POST_ITEM, Css.parse("div[id^=post_]"),
                                Spot.POST_REMOVE, Css.parse("div.quote")),
                        Map.of(
                                Spot.LIST_LINK, Field.parse("a.xst@href"),
                                Spot.LIST_TITLE, Field.parse("a.xst"),
                                Spot.LIST_REPLIES, Field.parse("td.num a"),
                                Spot.LIST_LAST_REPLY, Field.parse("td.by:last-child em span@title"),
                                Spot.THREAD_NEXT, Field.parse("div.pg a.nxt@href"),
                                Spot.POST_ID, Field.parse("@id | regex(post_(\\d+))"),
                                Spot.POST_AUTHOR, Field.parse("div.authi a.xw1"),
                                Spot.POST_TIME, Field.parse("em span@title", "em"),
                                Spot.POST_TEXT, Field.parse("[id^=postmessage_]"))));
    }
}
