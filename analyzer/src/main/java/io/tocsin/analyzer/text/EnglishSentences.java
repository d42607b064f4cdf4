package io.tocsin.analyzer.text;

import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;

/** English sentences and tokens by CoreNLP, which needs no model for them. */
final class EnglishSentences {
    private static final String OPTIONS = "ptb3Escaping=false,untokenizable=noneKeep,tokenizeNLs=true";

    private EnglishSentences() {}

    static List<Sentence> of(String text) {
        PTBTokenizer<CoreLabel> tokenizer =
                new PTBTokenizer<>(new StringReader(text), new CoreLabelTokenFactory(), OPTIONS);
        return new WordToSentenceProcessor<CoreLabel>(WordToSentenceProcessor.NewlineIsSentenceBreak.ALWAYS)
                .process(tokenizer.tokenize()).stream()
                        .filter(sentence -> !sentence.isEmpty())
                        .map(sentence -> sentence(text, sentence))
                        .toList();
    }

    private static Sentence sentence(String text, List<CoreLabel> tokens) {
        int begin = tokens.getFirst().get(CharacterOffsetBeginAnnotation.class);
        int end = tokens.getLast().get(CharacterOffsetEndAnnotation.class);
        return new Sentence(
                text.substring(begin, end),
                tokens.stream().map(t -> t.word().toLowerCase(Locale.ROOT)).toList());
    }
}
