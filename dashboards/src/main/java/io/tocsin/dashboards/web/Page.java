package io.tocsin.dashboards.web;

import java.util.List;

/**
 * Some rows of a long list.
 *
 * @param number from 1
 * @param next whether there are more after these
 */
record Page<T>(List<T> rows, int number, boolean next) {
    private static final int LAST = 100_000;

    Page {
        rows = List.copyOf(rows);
    }

    /** A page number as it stands in an address, which people edit. */
    static int number(int asked) {
        return Math.clamp(asked, 1, LAST);
    }

    /** From rows that were read one further than the page is long, to see whether there are more. */
    static <T> Page<T> of(List<T> oneMore, int number, int size) {
        return new Page<>(oneMore.stream().limit(size).toList(), number, oneMore.size() > size);
    }
}
