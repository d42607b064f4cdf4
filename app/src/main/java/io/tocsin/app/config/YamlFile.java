package io.tocsin.app.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads a YAML file into nodes that know their lines. What cannot be read is reported, without quoting the text. */
final class YamlFile {
    private final Path file;
    private final Problems problems;

    private YamlFile(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The root of the file; empty if the file is, or if it could not be read. */
    static Optional<Node> read(Path file, Problems problems) {
        YamlFile reader = new YamlFile(file, problems);
        return reader.text().flatMap(reader::compose);
    }

    private Optional<String> text() {
        try {
            return decode(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return problem(1, 1, "there is no such file; give its path with --config");
        } catch (IOException e) {
            return problem(1, 1, "cannot be read; check the file and its permissions");
        }
    }

    private Optional<String> decode(byte[] bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            Place end = Place.endOf(text);
            return problem(end.line, end.column, "here the file is not UTF-8; save it as UTF-8");
        }
        return Optional.of(text);
    }

    private Optional<Node> compose(String text) {
        try {
            return Optional.ofNullable(new Yaml().compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            YamlError error = YamlError.of(e);
            problems.add(error.place(), "", error.message());
            return Optional.empty();
        } catch (ReaderException e) {
            Place place = Place.endOf(text.substring(0, text.offsetByCodePoints(0, e.getPosition())));
            return problem(place.line, place.column, "a control character stands here; remove it");
        } catch (YAMLException e) {
            return problem(1, 1, "this is too large or too deeply nested for a configuration; make it smaller");
        }
    }

    private <T> Optional<T> problem(int line, int column, String message) {
        problems.add(line, column, "", message);
        return Optional.empty();
    }

    private record Place(int line, int column) {
        static Place endOf(String text) {
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            return new Place(line, text.length() - text.lastIndexOf('\n'));
        }
    }
}
