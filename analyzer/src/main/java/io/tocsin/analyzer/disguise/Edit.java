package io.tocsin.analyzer.disguise;

import java.util.List;

/**
 * A part of a text to be written otherwise.
 *
 * @param begin index of its first character
 * @param end index after its last character
 */
record Edit(int begin, int end, String plain) {

    /** @param edits in order, none overlapping another */
    static String apply(List<Edit> edits, String text) {
        if (edits.isEmpty()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int done = 0;
        for (Edit edit : edits) {
            plain.append(text, done, edit.begin).append(edit.plain);
            done = edit.end;
        }
        return plain.append(text, done, text.length()).toString();
    }
}
