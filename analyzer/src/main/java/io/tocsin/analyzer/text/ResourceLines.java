package io.tocsin.analyzer.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lists that come with Tocsin. */
public final class ResourceLines {

    private ResourceLines() {}

    /**
     * The lines of a file in UTF-8.
     *
     * @param owner a class in whose package it lies
     */
    public static List<String> of(Class<?> owner, String name) {
        InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the analyzer is damaged", e);
        }
    }
}
