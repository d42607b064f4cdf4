package io.tocsin.analyzer.watch;

/**
 * Something we listen for: a brand, a product, a competitor.
 *
 * @param name unique; what incidents and charts call it
 * @param query Lucene query syntax over the fields {@code text} (the default), {@code author}, {@code platform} and
 *     {@code language}
 */
public record Watch(String name, String query) {

    public Watch {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a watch needs a name");
        }
    }
}
