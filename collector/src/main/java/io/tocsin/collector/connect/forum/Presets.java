package io.tocsin.collector.connect.forum;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** The forum software whose pages are known. */
public final class Presets {
    /** Of two that recognise a page, the first is right. */
    private static final List<Preset> ALL =
            List.of("discuz", "phpbb", "xenforo", "vbulletin5", "vbulletin4", "mybb").stream()
                    .map(PresetFile::read)
                    .toList();

    private Presets() {}

    /** What {@code preset:} may say. */
    public static List<String> names() {
        return ALL.stream().map(Preset::name).toList();
    }

    static String titles() {
        return ALL.stream()
                .map(preset -> preset.name() + " (" + preset.title() + ")")
                .collect(Collectors.joining(", "));
    }

    static Preset named(String name) {
        return ALL.stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no preset " + name));
    }

    /** Which of them made the page. */
    static Optional<Preset> recognise(Element page) {
        return ALL.stream().filter(preset -> preset.made(page)).findFirst();
    }
}
