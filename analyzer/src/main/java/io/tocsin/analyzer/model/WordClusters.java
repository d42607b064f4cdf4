package io.tocsin.analyzer.model;

import io.tocsin.analyzer.text.ResourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which English words are used alike: a tree of a thousand clusters (Brown et al. 1992) of the words of 56 million tweets
 * (Owoputi et al. 2013). A model that knows the cluster of a word knows something of words that nobody taught it.
 */
final class WordClusters {
    /** Words that were seen less often stand where chance put them. */
    private static final int LEAST = 100;

    private static final Map<String, String> PATHS = paths();

    private WordClusters() {}

    /**
     * Where the cluster of a word stands in the tree.
     *
     * @param word in lower case
     * @return the way from the root, {@code 0} or {@code 1} at each fork, up to 16 of them; empty if the word is unknown
     */
    static String path(String word) {
        return PATHS.getOrDefault(word, "");
    }

    private static Map<String, String> paths() {
        List<String> lines = ResourceLines.of(WordClusters.class, "/cmu/arktweetnlp/50mpaths2");
        Map<String, String> paths = HashMap.newHashMap(lines.size());
        for (String line : lines) {
            String[] pathWordCount = line.split("\t", -1);
            if (Integer.parseInt(pathWordCount[2]) >= LEAST) {
                paths.put(pathWordCount[1], pathWordCount[0].intern());
            }
        }
        return paths;
    }
}
