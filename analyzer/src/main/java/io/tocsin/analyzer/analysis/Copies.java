package io.tocsin.analyzer.analysis;

import java.util.List;

/**
 * That a post was said again by hand.
 *
 * @param posts how often, by whomever
 * @param platforms where, sorted
 */
public record Copies(long posts, List<String> platforms) {

    public Copies {
        platforms = platforms.stream().sorted().toList();
    }
}
