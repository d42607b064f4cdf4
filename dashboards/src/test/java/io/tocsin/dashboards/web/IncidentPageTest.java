package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.IncidentEvent.Kind;
import io.tocsin.alerting.notify.Notification;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.dashboards.web.Browser.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentPageTest extends ConsolePages {

    @Test
    void itSaysWhyItOpened() {
        world.surge("why", "acme", 2, "weibo:1");

        Answer page = wang.get("/incidents/why");

        assertThat(page.page().expectFirst(".reason").text())
                .contains(
                        "12 people complained about acme",
                        "Complaining 12",
                        "Usual 1.5",
                        "30 minutes",
                        "once in 50,000");
    }

    @Test
    void aPostIsShownWithWhatIsKnownAndNothingElse() {
        world.store(
                World.post("weibo:full", "It burns. I want my money back! Now.")
                        .url("https://social.example/1?a=1&b=2")
                        .author(new Author("weibo:u1", "fire_fox", "Fox", 1234L, null, null, null))
                        .engagement(new Engagement(0L, 5L, null, null))
                        .synthetic(true)
                        .build(),
                3,
                "I want my money back!",
                "burns");
        world.store(World.post("weibo:bare", "and mine").build(), 1, null);
        world.surge("posts", "acme", 3, "weibo:bare", "weibo:full");

        Elements posts = wang.get("/incidents/posts").page().select(".post");

        assertThat(posts).hasSize(2);
        Element full = posts.get(0);
        assertThat(full.text())
                .contains("danger", "weibo", "fire_fox", "1,234 followers", "synthetic", "10 minutes ago")
                .contains(
                        "burns", "complaint 93%", "money", "wants money back", "negative 81%", "0 reposts", "5 replies")
                .doesNotContain("likes", "views");
        assertThat(full.select("mark").text()).isEqualTo("I want my money back!");
        assertThat(full.select(".text").text()).isEqualTo("It burns. I want my money back! Now.");
        assertThat(full.select("footer a").attr("href")).isEqualTo("https://social.example/1?a=1&b=2");
        assertThat(full.select("footer a").attr("rel")).isEqualTo("noopener noreferrer nofollow");
        Element bare = posts.get(1);
        assertThat(bare.text()).contains("unknown author", "and mine").doesNotContain("synthetic", "followers", "repl");
        assertThat(bare.select("a, mark")).isEmpty();
    }

    @Test
    void hostileTextStaysText() {
        String hostile = "<script>alert(1)</script><img src=x onerror=alert(1)> ${7*7} [[${7*7}]] \" ' </p>";
        world.store(
                World.post("weibo:evil", hostile)
                        .author(Author.of("weibo:u", "<svg onload=alert(1)>"))
                        .language("\"><script>")
                        .build(),
                2,
                "<script>alert(1)</script>",
                "<i>sign</i>");
        world.surge("evil", "<script>alert(2)</script>", 2, "weibo:evil");
        world.actions.note("evil", "li", "<script>alert(3)</script> #{layout.skip}");

        Answer page = wang.get("/incidents/evil");

        assertThat(page.page().select("script").eachAttr("src")).hasSize(2).allMatch(src -> src.startsWith("/"));
        assertThat(page.page().select("img[onerror], svg, .sign i")).isEmpty();
        assertThat(page.page().expectFirst(".post .text").text())
                .contains("<script>alert(1)</script>", "${7*7} [[${7*7}]]");
        assertThat(page.page().expectFirst(".post .author").text()).isEqualTo("<svg onload=alert(1)>");
        assertThat(page.text()).contains("<script>alert(3)</script> #{layout.skip}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "//evil.example/",
                "/logout",
                "http:",
                "https://bad host/",
            })
    void onlyWebAddressesBecomeLinks(String url) {
        String id = "weibo:" + Integer.toHexString(url.hashCode());
        world.store(World.post(id, "text").url(url).build(), 1, null);
        world.surge(id.substring(6), "acme", 1, id);

        assertThat(wang.get("/incidents/" + id.substring(6)).page().select(".post a"))
                .isEmpty();
    }

    @Test
    void manyPostsHavePagesTheWorstFirst() {
        List<String> ids = IntStream.range(0, Evidence.PAGE + 1)
                .mapToObj(i -> "weibo:many" + i)
                .toList();
        ids.forEach(id -> world.store(World.post(id, id).build(), id.endsWith("many7") ? 3 : 1, null));
        world.surge("many", "acme", 3, ids.toArray(String[]::new));

        Answer first = wang.get("/incidents/many");
        assertThat(first.page().select(".post")).hasSize(Evidence.PAGE);
        assertThat(first.page().expectFirst(".post .text").text()).isEqualTo("weibo:many7");

        Answer second =
                wang.get("/incidents/many" + first.page().select("a[rel=next]").attr("href"));
        assertThat(second.page().select(".post")).hasSize(1);
    }

    @Test
    void copiesStandWithThePostWhoseWordsTheySayAgain() {
        world.store(World.post("weibo:original", "No signal since last night.").build(), 2, null);
        world.store(copy("weibo:copy", "weibo", "weibo:original", "ann"), 2, null);
        world.store(copy("bbs:copy", "bbs", "weibo:original", "bob"), 2, null);
        world.store(copy("bbs:late", "bbs", "weibo:original", "eve"), 2, null);
        world.store(copy("bbs:lonely", "bbs", "weibo:elsewhere", "joe"), 1, null);
        world.copied("copied", "acme", "weibo:original", "weibo:copy", "bbs:copy", "bbs:lonely");

        Answer page = wang.get("/incidents/copied");

        assertThat(page.page().expectFirst(".reason").text())
                .contains("12 people on 2 platforms complained about acme, 9 of them in the words of others")
                .contains("In the words of others 9", "Platforms 2");
        Elements posts = page.page().select(".post");
        assertThat(posts).hasSize(2);
        assertThat(posts.get(0).expectFirst(".again").text())
                .isEqualTo("said again by hand 3 times on 2 platforms: bbs, weibo");
        assertThat(posts.get(0).select(".copies li").eachText())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("bbs", "bob"))
                .anySatisfy(line -> assertThat(line).contains("weibo", "ann"));
        assertThat(posts.get(1).select(".again, .copies")).isEmpty();
        assertThat(wang.get("/incidents/copied?language=zh")
                        .page()
                        .expectFirst(".again")
                        .text())
                .isEqualTo("在 2 个平台上被人工复制转发 3 次：bbs、weibo");
        wang.get("/incidents/copied?language=en");
    }

    private static Post copy(String id, String platform, String original, String author) {
        return Post.builder(id, platform, "No signal since last night!", World.NOON.minusSeconds(60))
                .author(Author.of(id + author, author))
                .copyOf(original)
                .build();
    }

    @Test
    void thePageWorksWithoutTheStoreOfPosts() {
        world.surge("blind", "acme", 2, "weibo:1");
        world.posts.down(true);
        try {
            Answer page = wang.get("/incidents/blind");

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("The posts cannot be shown", "Acknowledge");
        } finally {
            world.posts.down(false);
        }
    }

    @Test
    void theTimeLineIsNewestFirstAndTellsTheLatestOfEvidence() {
        world.surge("line", "acme", 2, "weibo:1");
        event("line", Kind.NOTIFIED, "duty@example.org", "1");
        event("line", Kind.EVIDENCE_ADDED, null, "2");
        event("line", Kind.EVIDENCE_ADDED, null, "3");
        event("line", Kind.WORSENED, null, "3");
        event("line", Kind.EVIDENCE_ADDED, null, "1");
        event("line", Kind.NOTIFICATION_FAILED, "hook", "the server answered 503");
        world.actions.acknowledge("line", "li");

        assertThat(wang.get("/incidents/line")
                        .page()
                        .select(".timeline li > div")
                        .eachText())
                .containsExactly(
                        "li Acknowledged",
                        "hook Could not be notified: the server answered 503",
                        "1 posts by now",
                        "Severity rose: danger",
                        "3 posts by now",
                        "duty@example.org Notified",
                        "Opened");
    }

    @Test
    void itSaysWhoWasNotifiedAndWithWhatResult() {
        world.surge("sent", "acme", 2, "weibo:1");
        world.sent.enqueue(List.of(
                sent("1", "duty@example.org", Notification.State.SENT, null),
                sent("2", "hooks.example", Notification.State.FAILED, "The server answered 503.")));

        assertThat(wang.get("/incidents/sent").page().select(".sent li").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("duty@example.org", "sent", "1 attempt"),
                        second -> assertThat(second).contains("hooks.example", "given up", "The server answered 503."));
        world.surge("unsent", "acme", 2, "weibo:1");
        assertThat(wang.get("/incidents/unsent").text()).contains("Nobody was notified yet.");
    }

    @Test
    void whatIsDoneRenewsItselfWithoutReadingThePosts() {
        world.surge("live", "acme", 2, "weibo:1");
        Element part = wang.get("/incidents/live").page().expectFirst("#activity");
        world.actions.acknowledge("live", "li");
        world.posts.down(true);
        try {
            Answer renewed =
                    console.browserOf("live-reader").with("HX-Request", "true").get(part.attr("data-hx-get"));

            assertThat(renewed.page().select("#state .status").text()).isEqualTo("acknowledged");
            assertThat(renewed.page().select("#activity .timeline li")).hasSize(2);
            assertThat(renewed.body()).doesNotContain("<html", "textarea");
        } finally {
            world.posts.down(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "%3Cscript%3E", "a%20b"})
    void anUnknownIncidentIsNotFound(String id) {
        Answer page = wang.get("/incidents/" + id);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("There is no such page", "To the incidents");
    }

    private void event(String incident, Kind kind, @Nullable String actor, String text) {
        world.incidents.record(new IncidentEvent(incident, world.instant(), kind, actor, text));
    }

    private Notification sent(String key, String to, Notification.State state, @Nullable String problem) {
        return new Notification(
                key, "sent", 1, 1, "channel", to, state, world.instant(), 1, world.instant(), world.instant(), problem);
    }
}
