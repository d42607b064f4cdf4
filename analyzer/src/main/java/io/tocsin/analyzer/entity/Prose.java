package io.tocsin.analyzer.entity;

import java.util.regex.Pattern;

/** A text without what is no language: addresses, names of accounts, emoji in words. */
final class Prose {
    private static final Pattern NO_LANGUAGE =
            Pattern.compile("https?://[\\x21-\\x7e]+|[@＠][\\p{L}\\p{N}_\\-]{1,30}|\\[[\\p{L}\\p{N}]{1,12}]");

    private Prose() {}

    /** With spaces in its place, so that everything stands where it stood. */
    static String of(String text) {
        return NO_LANGUAGE.matcher(text).replaceAll(found -> " ".repeat(found.end() - found.start()));
    }
}
