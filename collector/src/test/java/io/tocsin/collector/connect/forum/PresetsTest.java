package io.tocsin.collector.connect.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.collector.connect.Css;
import io.tocsin.collector.connect.Field;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Selectors;
import io.tocsin.collector.connect.Spot;
import io.tocsin.collector.connect.forum.ForumPages.Reply;
import io.tocsin.collector.connect.forum.ForumPages.Row;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState.Health;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every preset, on pages in the markup of its software. */
class PresetsTest {
    private static final Reply FIRST =
            new Reply(101, "linmei", "<p>The router began to smoke.</p>Nobody answers the phone.", "");
    private static final Reply SECOND = new Reply(102, "老王", "Mine too.", "The router began to smoke.");
    private static final Reply THIRD = new Reply(103, "helpdesk", "Which number is on it?<br>Please tell us.", "");
    private static final Reply LATE = new Reply(104, "linmei", "Four, 还在等", "Which number is on it?");
    private static final Reply OTHER = new Reply(201, "mo", "They sent no money back.", "");

    private final TestSite site = new TestSite();
    private @Nullable Polls polls;

    @AfterEach
    void end() {
        if (polls != null) {
            polls.close();
        }
        site.close();
    }

    static Stream<ForumPages> software() {
        return Stream.of(
                new DiscuzPages(StandardCharsets.UTF_8),
                new DiscuzPages(Charset.forName("GBK")),
                new PhpBbPages(false),
                new PhpBbPages(true),
                new XenForoPages(),
                new VBulletin4Pages(),
                new VBulletin5Pages(),
                new MyBbPages());
    }

    @ParameterizedTest
    @MethodSource("software")
    void theAddressOfABoardIsEnough(ForumPages forum) {
        serve(forum, 2, SECOND);

        List<Post> posts = polls(forum, null, Selectors.NONE).poll();

        assertThat(posts)
                .extracting(Post::id, PresetsTest::author, Post::text, Post::createdAt)
                .containsExactly(
                        tuple(
                                "localhost:101",
                                "linmei",
                                "路由器冒烟\nThe router began to smoke.\nNobody answers the phone.",
                                Instant.parse("2026-02-27T01:15:00Z")),
                        tuple("localhost:102", "老王", "Mine too.", Instant.parse("2026-02-28T04:30:00Z")),
                        tuple(
                                "localhost:103",
                                "helpdesk",
                                "Which number is on it?\nPlease tell us.",
                                Instant.parse("2026-03-01T11:57:00Z")),
                        tuple(
                                "localhost:201",
                                "mo",
                                "Refund\nThey sent no money back.",
                                Instant.parse("2026-02-27T01:15:00Z")));
        assertThat(posts).extracting(Post::root).containsExactly(null, "localhost:101", "localhost:101", null);
        assertThat(state().recognised()).isEqualTo(forum.title());
        assertThat(polls(forum).poll()).isEmpty();
        assertThat(state().health()).isEqualTo(Health.HEALTHY);
    }

    @ParameterizedTest
    @MethodSource("software")
    void aLateReplyIsFoundAtTheEndOfItsThread(ForumPages forum) {
        serve(forum, 2, SECOND);
        polls(forum, null, Selectors.NONE).poll();
        int before = site.visits().size();
        serve(forum, 3, SECOND);
        put(forum, forum.thread(1, 2), forum.replies(List.of(THIRD, LATE), null));

        List<Post> late = polls(forum).poll();

        assertThat(late)
                .extracting(Post::text, Post::createdAt, Post::root)
                .containsExactly(tuple("Four, 还在等", Instant.parse("2026-03-01T11:59:00Z"), "localhost:101"));
        assertThat(site.visits().subList(before, site.visits().size()))
                .doesNotContain(forum.thread(1, 1), forum.thread(2, 1))
                .contains(forum.thread(1, 2));
    }

    @ParameterizedTest
    @MethodSource("software")
    void aLogInInsteadOfTheListIsSaid(ForumPages forum) {
        put(forum, forum.board(1), forum.login());

        assertThat(polls(forum, null, Selectors.NONE).poll()).isEmpty();

        assertThat(problem().kind()).isEqualTo(Problem.Kind.UNREADABLE);
        assertThat(problem().message())
                .startsWith("list.item (preset " + forum.preset() + "), '")
                .contains("found nothing", "localhost", "log-in form", "cookie");
    }

    @ParameterizedTest
    @MethodSource("software")
    void aLogInInsteadOfThreadsIsSaid(ForumPages forum) {
        serve(forum, 2, SECOND);
        put(forum, forum.thread(1, 1), forum.login());
        put(forum, forum.thread(2, 1), forum.login());

        assertThat(polls(forum, null, Selectors.NONE).poll()).isEmpty();

        assertThat(problem().message())
                .startsWith("post.item (preset " + forum.preset() + "), '")
                .contains("log-in form");
    }

    @ParameterizedTest
    @MethodSource("software")
    void aChangedLayoutNamesTheSelectorThatFoundNothing(ForumPages forum) {
        serve(forum, 2, SECOND);
        String changed = forum.replies(List.of(FIRST), null)
                .replaceAll("(?i)<(?:time|em|span)[^>]*>(?=[^<]*(?:2026|AM|am))[^<]*</(?:time|em|span)>", "")
                .replaceAll(
                        "2026-2-27 09:15|02-27-2026, 09:15 AM|02-27-2026,|» [^<]*2026[^<]*|Fri Feb 27, 2026 9:15 am",
                        "");
        put(forum, forum.thread(1, 1), changed);
        put(forum, forum.thread(2, 1), changed);

        assertThat(polls(forum, null, Selectors.NONE).poll()).isEmpty();

        assertThat(problem().message())
                .startsWith("post.time (preset " + forum.preset() + "), '")
                .contains("if its layout has changed, correct the selector");
    }

    @ParameterizedTest
    @MethodSource("software")
    void theUsersSelectorsWin(ForumPages forum) {
        serve(forum, 2, SECOND);
        Selectors own =
                new Selectors(Map.of(Spot.POST_REMOVE, Css.parse("p")), Map.of(Spot.LIST_TITLE, Field.parse("@class")));

        List<Post> posts = polls(forum, forum.preset(), own).poll();

        assertThat(posts.getFirst().text()).doesNotContain("smoke", "路由器").contains("Nobody answers");
        assertThat(state().recognised()).isNull();
    }

    @Test
    void aPageOfAnotherKindAsksForAPresetOrSelectors() {
        ForumPages forum = new MyBbPages();
        put(
                forum,
                forum.board(1),
                "<html><body><table><tr><td><a href='/t/1'>A thread</a></td></tr></table></body></html>");
        Selectors own = new Selectors(Map.of(Spot.LIST_ITEM, Css.parse("tr")), Map.of());

        assertThat(polls(forum, null, own).poll()).isEmpty();

        assertThat(problem().message())
                .contains("no sign of a forum software", "preset", "discuz (Discuz! X)", "mybb (MyBB)")
                .contains("missing are list.link, list.title, post.item, post.id, post.time, post.text");
    }

    /** Two threads on two pages of the list; the first has two pages. */
    private void serve(ForumPages forum, int replies, Reply second) {
        put(forum, forum.board(1), forum.list(List.of(new Row(1, "路由器冒烟", replies)), forum.board(2)));
        put(forum, forum.board(2), forum.list(List.of(new Row(2, "Refund", 0)), null));
        put(forum, forum.thread(1, 1), forum.replies(List.of(FIRST, second), forum.thread(1, 2)));
        put(forum, forum.thread(1, 2), forum.replies(List.of(THIRD), null));
        put(forum, forum.thread(2, 1), forum.replies(List.of(OTHER), null));
    }

    private void put(ForumPages forum, String path, String html) {
        site.put(path, TestSite.page(html.getBytes(forum.charset()), "text/html"));
    }

    private Polls polls(ForumPages forum) {
        Polls going = Objects.requireNonNull(polls, forum::title);
        going.pass(Duration.ofHours(2));
        return going;
    }

    private Polls polls(ForumPages forum, @Nullable String preset, Selectors own) {
        polls = new Polls(new ForumSettings(
                Polls.polling(),
                ZoneId.of("Asia/Shanghai"),
                new ForumSettings.ListPages(site.url(forum.board(1)), 2),
                30,
                preset,
                null,
                own));
        return polls;
    }

    private io.tocsin.collector.source.SourceState state() {
        return Objects.requireNonNull(polls).state();
    }

    private Problem problem() {
        return Objects.requireNonNull(state().problem());
    }

    private static @Nullable String author(Post post) {
        return post.author() == null ? null : post.author().handle();
    }
}
