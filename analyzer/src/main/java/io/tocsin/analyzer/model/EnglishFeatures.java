package io.tocsin.analyzer.model;

import io.tocsin.analyzer.scorer.VaderLexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One to three words in a row, three to five characters of a word, words under a negation, the {@link WordClusters} of one
 * and of two words, and how pleasant words are to people, each and all together.
 */
final class EnglishFeatures {
    private static final Pattern TOKEN = Pattern.compile(
            "@user|[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)?|[!?]+|[.]{2,}|[:;=8x][-o^']?[()\\[\\]dp/|*]+|<3|\\p{So}\\p{M}*|[^\\s\\p{L}\\p{N}]");
    private static final Set<String> NEGATIONS = Set.of(
            "not",
            "no",
            "never",
            "none",
            "nothing",
            "nobody",
            "without",
            "cannot",
            "hardly",
            "cant",
            "dont",
            "wont",
            "didnt",
            "doesnt",
            "isnt",
            "wasnt",
            "arent",
            "couldnt",
            "wouldnt",
            "shouldnt",
            "aint");
    private static final int NEGATION_REACH = 3;
    private static final int LONGEST_WORD = 40;

    /** How much of the way to a cluster is looked at: the shorter, the more words are alike. */
    private static final int[] NEARNESS = {4, 8, 12, 16};

    private static final int MOST_PLEASANT = 6;

    private final List<String> tokens;
    private final List<String> clusters;
    private final BucketSet features = new BucketSet();

    private EnglishFeatures(List<String> tokens) {
        this.tokens = tokens;
        this.clusters = tokens.stream().map(WordClusters::path).toList();
    }

    static int[] of(String text) {
        return new EnglishFeatures(tokens(text)).all();
    }

    private int[] all() {
        double pleasant = 0;
        int reach = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean denied = reach > 0;
            addWords(i);
            addClusters(i, denied);
            pleasant += addValence(token, denied);
            if (!Character.isLetterOrDigit(token.charAt(0))) {
                reach = 0;
                continue;
            }
            addCharacters(" " + token + " ");
            if (denied) {
                features.add('n', token);
            }
            reach = isNegation(token) ? NEGATION_REACH : reach - 1;
        }
        long mood = Math.clamp(Math.round(pleasant), -MOST_PLEASANT, MOST_PLEASANT);
        features.add('m', Long.toString(mood));
        return features.toArray();
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (Matcher m = TOKEN.matcher(text); m.find(); ) {
            String token = m.group().replace('’', '\'');
            tokens.add(token.length() > LONGEST_WORD ? token.substring(0, LONGEST_WORD) : token);
        }
        return tokens;
    }

    private void addWords(int from) {
        StringBuilder words = new StringBuilder();
        for (int n = 1; n <= 3 && from + n <= tokens.size(); n++) {
            words.append(tokens.get(from + n - 1)).append(' ');
            features.add('w', words);
        }
    }

    private void addClusters(int at, boolean denied) {
        String path = clusters.get(at);
        if (path.isEmpty()) {
            return;
        }
        for (int near : NEARNESS) {
            features.add(denied ? 'd' : 'k', path, 0, Math.min(near, path.length()));
        }
        if (at + 1 < clusters.size() && !clusters.get(at + 1).isEmpty()) {
            features.add('k', path + " " + clusters.get(at + 1));
        }
    }

    /** @return how pleasant the word is, from -4 to 4, the other way round where it is denied */
    private double addValence(String token, boolean denied) {
        double valence = VaderLexicon.valence(token).orElse(0.0);
        if (valence != 0) {
            features.add(denied ? 'u' : 'v', Integer.toString((int) (valence + Math.signum(valence))));
        }
        return denied ? -valence : valence;
    }

    private void addCharacters(String padded) {
        for (int n = 3; n <= 5; n++) {
            for (int i = 0; i + n <= padded.length(); i++) {
                features.add('c', padded, i, i + n);
            }
        }
    }

    private static boolean isNegation(String token) {
        return token.endsWith("n't") || NEGATIONS.contains(token);
    }
}
