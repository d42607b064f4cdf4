package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Source;
import java.time.Duration;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class SourcesPageTest extends ConsolePages {

    @Test
    void everySourceIsListedWithItsHealthTroubleFirst() {
        world.configured.clear();
        add("fresh", "feed", "file:/posts.xml");
        add("good", "feed", "https://news.example/feed.xml");
        add("bad", "forum", "https://bbs.example.cn/");
        world.sources.advance("good", new Cursor("x"), 1234, world.instant().minusSeconds(180));
        world.sources.recognise("bad", "Discuz! X");
        world.sources.fail(
                "bad",
                new Problem(Problem.Kind.UNREADABLE, "list.item \"tr <b>\" found nothing."),
                world.instant(),
                world.instant().plusSeconds(900));

        Elements rows = wang.get("/sources").page().select(".sources > li");

        assertThat(rows.select("h2").eachText()).containsExactly("bad", "good", "fresh");
        assertThat(rows.get(0).text())
                .contains(
                        "failing",
                        "forum",
                        "recognised as Discuz! X",
                        "not what the configuration expects",
                        "\"tr <b>\" found nothing.")
                .contains("Failed once.", "Next try in 15 minutes", "Last success never");
        assertThat(rows.get(1).text()).contains("healthy", "3 minutes ago", "Posts delivered 1,234", "2 minutes");
        assertThat(rows.get(2).text()).contains("not read yet", "file:/posts.xml");
        assertThat(rows.select("a").eachAttr("href"))
                .containsExactly("https://bbs.example.cn/", "https://news.example/feed.xml");
        assertThat(rows.select("a").eachAttr("rel")).containsOnly("noopener noreferrer nofollow");
    }

    @Test
    void withoutSourcesItSaysWhatToDo() {
        world.configured.clear();

        assertThat(wang.get("/sources").text()).contains("Add one under the key sources of the configuration file");
    }

    private void add(String name, String kind, String address) {
        world.configured.add(new Source(name, kind, address, Duration.ofMinutes(2)));
    }
}
