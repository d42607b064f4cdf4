package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Source;
import io.tocsin.dashboards.web.Browser.Answer;
import java.time.Duration;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class IncidentListTest extends ConsolePages {

    @Test
    void aQuietConsoleSaysWhetherItHearsAnything() {
        World quiet = new World();
        try (RunningConsole fresh = RunningConsole.start(quiet)) {
            Browser browser = fresh.browserOf("wang");
            assertThat(browser.get("/").text())
                    .contains("Nothing is heard", "No source is configured")
                    .doesNotContain("All quiet");

            quiet.configured.add(new Source("bbs", "forum", "https://bbs.example.cn/", Duration.ofMinutes(2)));
            quiet.configured.add(new Source("news", "feed", "https://news.example/", Duration.ofMinutes(5)));
            quiet.sources.advance("bbs", new Cursor("x"), 3, quiet.instant());
            quiet.store(World.post("weibo:1", "no signal").build(), 1, null);
            quiet.set(quiet.instant().plus(Duration.ofMinutes(3)));
            assertThat(browser.get("/").text())
                    .contains(
                            "All quiet", "2 sources are being read.", "Last read 3 minutes ago", "One post is stored.")
                    .doesNotContain("cannot be read");

            quiet.posts.down(true);
            quiet.sources.fail(
                    "news", new Problem(Problem.Kind.NETWORK, "No answer."), quiet.instant(), quiet.instant());
            assertThat(browser.get("/").text())
                    .contains("All quiet", "One of 2 sources cannot be read", "The store of posts does not answer.");

            quiet.sources.fail(
                    "bbs", new Problem(Problem.Kind.SERVER, "It answered 500."), quiet.instant(), quiet.instant());
            assertThat(browser.get("/").text()).contains("Nothing is heard", "2 of 2 sources cannot be read");
        }
    }

    @Test
    void incidentsStandInTheListWithAllThatMatters() {
        world.surge("resolved", "acme", 1, "weibo:1");
        world.actions.acknowledge("resolved", "li");
        world.actions.resolve("resolved", "li");
        world.surge("taken", "acme", 2, "weibo:1", "weibo:2");
        world.actions.acknowledge("taken", "li");
        world.set(world.instant().plus(Duration.ofMinutes(90)));
        world.severe("open", "<b>acme</b>", "weibo:3", "fire");

        Elements rows = wang.get("/").page().select(".incidents li:not(:has([href$=/new]))");

        assertThat(rows.select("a").eachAttr("href"))
                .containsExactly("/incidents/open", "/incidents/taken", "/incidents/resolved");
        assertThat(rows.get(0).text()).contains("danger", "<b>acme</b>", "1 post ", "just now", "open", "nobody yet");
        assertThat(rows.get(1).text()).contains("loss", "2 posts", "1 hour ago", "acknowledged", "li");
        assertThat(rows.get(2).text()).contains("annoyance", "resolved", "li");
    }

    @Test
    void theListRenewsItselfByAPartOfThePage() {
        Browser reader = console.browserOf("reader");
        Element list = reader.get("/").page().expectFirst("#incidents");
        assertThat(list.attr("data-hx-trigger")).startsWith("every ");

        world.surge("new", "acme", 2, "weibo:1");
        Answer part = reader.with("HX-Request", "true").get(list.attr("data-hx-get"));

        assertThat(part.body()).doesNotContain("<html", "<header");
        assertThat(part.page().expectFirst("#incidents").attr("data-hx-get")).isEqualTo(list.attr("data-hx-get"));
        assertThat(part.page().select("a[href$=/new]")).isNotEmpty();
    }

    @Test
    void aLongListHasPages() {
        World crowded = new World();
        try (RunningConsole fresh = RunningConsole.start(crowded)) {
            Browser browser = fresh.browserOf("wang");
            for (int i = 0; i <= IncidentListController.PAGE; i++) {
                crowded.set(World.NOON.plusSeconds(i));
                crowded.surge("incident" + i, "acme", 1, "weibo:1");
            }

            Answer first = browser.get("/");
            assertThat(first.page().select(".incidents li")).hasSize(IncidentListController.PAGE);
            assertThat(first.page().select("a[rel=prev]")).isEmpty();

            Answer second = browser.get("/" + first.page().select("a[rel=next]").attr("href"));
            assertThat(second.page().select(".incidents a").eachAttr("href")).containsExactly("/incidents/incident0");
            assertThat(second.page().select("a[rel=next]")).isEmpty();

            assertThat(browser.get("/?page=99999999").text()).contains("Back to the first page");
            assertThat(browser.get("/?page=-5").page().select(".incidents li")).hasSize(IncidentListController.PAGE);
            assertThat(browser.get("/?page=x").status()).isEqualTo(400);
        }
    }
}
