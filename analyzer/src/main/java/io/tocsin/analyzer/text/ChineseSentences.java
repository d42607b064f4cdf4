package io.tocsin.analyzer.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Chinese sentences by their punctuation. */
final class ChineseSentences {
    private static final Pattern SENTENCE = Pattern.compile("[^。！？!?；;…\\n\\r]+[。！？!?；;…]*");
    private static final Pattern TOKEN = Pattern.compile("[\\p{IsLatin}\\p{N}]+|(?s:\\S)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private ChineseSentences() {}

    static List<Sentence> of(String text) {
        return SENTENCE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .filter(sentence -> WORD.matcher(sentence).find())
                .map(sentence -> new Sentence(sentence, tokens(sentence)))
                .toList();
    }

    private static List<String> tokens(String sentence) {
        return TOKEN.matcher(sentence.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
