package io.tocsin.analyzer.disguise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The lists that come with Tocsin: entries between spaces, {@code #} begins a line of comment. */
final class Resource {

    private Resource() {}

    static List<String> entries(String name) {
        InputStream in = Objects.requireNonNull(Resource.class.getResourceAsStream(name), name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .filter(entry -> !entry.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the analyzer is damaged", e);
        }
    }
}
