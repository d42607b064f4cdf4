package io.tocsin.analyzer.disguise;

import java.util.List;

/** A text after edits, with the way back. */
final class Rewritten {
    private final String text;
    private final int[] origins;

    /** @param edits in order, none overlapping another, each as long as what it replaces or shorter */
    Rewritten(List<Edit> edits, String original) {
        text = Edit.apply(edits, original);
        origins = new int[text.length() + 1];
        int place = 0;
        int done = 0;
        for (Edit edit : edits) {
            place = origins(place, done, edit.begin());
            place = origins(place, edit.begin(), edit.begin() + edit.plain().length());
            done = edit.end();
        }
        origins(place, done, original.length() + 1);
    }

    String text() {
        return text;
    }

    /** Where a character of this text, or its end, was in the original one. */
    int origin(int place) {
        return origins[place];
    }

    private int origins(int place, int from, int to) {
        int next = place;
        for (int origin = from; origin < to; origin++) {
            origins[next++] = origin;
        }
        return next;
    }
}
