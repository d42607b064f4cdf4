package io.tocsin.dashboards.web;

import org.jspecify.annotations.Nullable;

/**
 * A text around the sentence that matters most in it.
 *
 * @param key empty if no sentence stands out, or the text does not hold it word for word
 */
record Highlight(String before, String key, String after) {

    static Highlight of(String text, @Nullable String key) {
        int start = key == null || key.isBlank() ? -1 : text.indexOf(key);
        if (key == null || start < 0) {
            return new Highlight(text, "", "");
        }
        return new Highlight(text.substring(0, start), key, text.substring(start + key.length()));
    }
}
