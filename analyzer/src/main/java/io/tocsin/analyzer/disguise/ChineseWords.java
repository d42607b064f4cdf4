package io.tocsin.analyzer.disguise;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;

/** Where the words of a Chinese text begin and end, by HanLP's word list and bigrams. */
final class ChineseWords {
    private static final int CONTEXT = 6;
    private static final String PARTICLES = "的了是";

    /** Loads the word list when it is first needed. */
    private static final class Model {
        static final Segment WORDS =
                new ViterbiSegment().enableNameRecognize(false).enableOffset(true);
    }

    private ChineseWords() {}

    /**
     * A word of a text.
     *
     * @param begin index of its first character
     * @param end index after its last character
     */
    record Word(int begin, int end) {}

    /** Whether the word list has it. */
    static boolean isOne(String word) {
        return CoreDictionary.contains(word) || CustomDictionary.contains(word);
    }

    /** Whether no word of the text goes over one of these two places. */
    static boolean standsAlone(int begin, int end, String text) {
        int from = Math.max(0, begin - CONTEXT);
        List<Term> words = Model.WORDS.seg(text.substring(from, endOfContext(end, text)));
        return words.stream().noneMatch(word -> goesOver(begin - from, word) || goesOver(end - from, word));
    }

    /** Particles end a word, whatever the list has of them: 的 belongs to no name though 美的 is one. */
    private static int endOfContext(int end, String text) {
        boolean particle = end < text.length() && PARTICLES.indexOf(text.charAt(end)) >= 0;
        return particle ? end : Math.min(text.length(), end + CONTEXT);
    }

    /** The word of a text that has a character at this place. */
    static Word wordAt(int place, String text) {
        int from = Math.max(0, place - CONTEXT);
        return Model.WORDS.seg(text.substring(from, Math.min(text.length(), place + 1 + CONTEXT))).stream()
                .map(word -> new Word(from + word.offset, from + word.offset + word.length()))
                .filter(word -> word.end > place)
                .findFirst()
                .orElseThrow();
    }

    private static boolean goesOver(int place, Term word) {
        return word.offset < place && place < word.offset + word.length();
    }
}
