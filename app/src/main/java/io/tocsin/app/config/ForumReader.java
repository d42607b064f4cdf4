package io.tocsin.app.config;

import io.tocsin.collector.connect.Css;
import io.tocsin.collector.connect.Field;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.connect.Selectors;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.Spot;
import io.tocsin.collector.connect.forum.Presets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a source that is a forum, described by a preset or by selectors. */
final class ForumReader {
    private final Map<Spot, Css> places = new EnumMap<>(Spot.class);
    private final Map<Spot, Field> fields = new EnumMap<>(Spot.class);

    private ForumReader() {}

    static Optional<SourceSettings> read(Section section, Polling polling) {
        return new ForumReader().settings(section, polling);
    }

    private Optional<SourceSettings> settings(Section section, Polling polling) {
        ZoneId zone = section.optional("zone", Types.ZONE).orElse(ZoneOffset.UTC);
        Optional<String> preset = section.optional("preset", Types.choice(Presets.names(), Function.identity()));
        Optional<String> cookie = section.optional("cookie", Types.SECRET);
        Section list = section.section("list");
        String url = url(section, list);
        int pages = list.optional("pages", Amounts.PAGES).orElse(1);
        Section thread = section.section("thread");
        int threadPages = thread.optional("pages", Amounts.PAGES).orElse(30);
        selectors(list, "list");
        selectors(thread, "thread");
        selectors(section.section("post"), "post");
        return section.build(() -> new ForumSettings(
                polling,
                zone,
                new ForumSettings.ListPages(url, pages),
                threadPages,
                preset.orElse(null),
                cookie.orElse(null),
                new Selectors(places, fields)));
    }

    /** The short way, which is enough with a preset, or within the list. */
    private static String url(Section section, Section list) {
        Section place = !section.has("url") && list.has("url") ? list : section;
        return place.required("url", Types.WEB_PAGE.like("https://bbs.example.cn/forum-2-1.html"));
    }

    private void selectors(Section section, String name) {
        for (Spot spot : Spot.of(name)) {
            if (spot.isPlace()) {
                section.optional(spot.shortName(), Types.SELECTOR).ifPresent(css -> places.put(spot, css));
            } else {
                List<String> alternatives = section.list(spot.shortName(), Types.FIELD);
                if (!alternatives.isEmpty()) {
                    fields.put(spot, Field.parse(alternatives));
                }
            }
        }
        section.end();
    }
}
