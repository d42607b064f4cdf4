package io.tocsin.analyzer.text;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.List;
import java.util.Locale;

/** English sentences by CoreNLP. */
final class EnglishSentences {

    private EnglishSentences() {}

    static List<Sentence> of(String text) {
        return EnglishTokens.sentences(text).stream()
                .map(sentence -> sentence(text, sentence))
                .toList();
    }

    private static Sentence sentence(String text, List<CoreLabel> tokens) {
        return new Sentence(
                text.substring(
                        tokens.getFirst().beginPosition(), tokens.getLast().endPosition()),
                tokens.stream().map(t -> t.word().toLowerCase(Locale.ROOT)).toList());
    }
}
