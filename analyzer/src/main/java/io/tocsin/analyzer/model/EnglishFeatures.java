package io.tocsin.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One to three words in a row, three to five characters of a word, and words under a negation. */
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

    private EnglishFeatures() {}

    static int[] of(String text) {
        List<String> tokens = tokens(text);
        BucketSet features = new BucketSet();
        int reach = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            addWords(features, tokens, i);
            if (!Character.isLetterOrDigit(token.charAt(0))) {
                reach = 0;
                continue;
            }
            addCharacters(features, " " + token + " ");
            if (reach-- > 0) {
                features.add('n', token);
            }
            if (isNegation(token)) {
                reach = NEGATION_REACH;
            }
        }
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

    private static void addWords(BucketSet features, List<String> tokens, int from) {
        StringBuilder words = new StringBuilder();
        for (int n = 1; n <= 3 && from + n <= tokens.size(); n++) {
            words.append(tokens.get(from + n - 1)).append(' ');
            features.add('w', words);
        }
    }

    private static void addCharacters(BucketSet features, String padded) {
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
