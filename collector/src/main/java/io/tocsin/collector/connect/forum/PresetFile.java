package io.tocsin.collector.connect.forum;

import io.tocsin.collector.connect.Css;
import io.tocsin.collector.connect.Field;
import io.tocsin.collector.connect.Selectors;
import io.tocsin.collector.connect.Spot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads presets, which are written like the selectors of a source in the configuration. */
final class PresetFile {
    private static final List<String> SECTIONS = List.of("list", "thread", "post");

    private final Map<Spot, Css> places = new EnumMap<>(Spot.class);
    private final Map<Spot, Field> fields = new EnumMap<>(Spot.class);

    private PresetFile() {}

    /**
     * Reads the preset of that name from the jar.
     *
     * @throws IllegalArgumentException if it is not as it should be
     */
    static Preset read(String name) {
        Map<?, ?> file = load(name);
        PresetFile reader = new PresetFile();
        SECTIONS.forEach(section -> reader.addAll(section, file.get(section)));
        List<Css> signs =
                strings(file.get("recognise")).stream().map(Css::parse).toList();
        return new Preset(name, String.valueOf(file.get("title")), signs, new Selectors(reader.places, reader.fields));
    }

    private static Map<?, ?> load(String name) {
        String resource = "presets/" + name + ".yaml";
        try (InputStream in = Objects.requireNonNull(PresetFile.class.getResourceAsStream(resource), resource)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    private void addAll(String section, @Nullable Object keys) {
        if (keys instanceof Map<?, ?> selectors) {
            selectors.forEach((key, value) -> add(section + "." + key, strings(value)));
        }
    }

    private void add(String key, List<String> expressions) {
        Spot spot = Spot.named(key).orElseThrow(() -> new IllegalArgumentException(key + " is no key of a preset"));
        if (spot.isPlace()) {
            places.put(spot, Css.parse(String.join(", ", expressions)));
        } else {
            fields.put(spot, Field.parse(expressions));
        }
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
