package io.tocsin.analyzer.entity;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.process.WordToSentenceProcessor.NewlineIsSentenceBreak;
import java.io.StringReader;
import java.util.List;

/**
 * Persons, places and organisations by CoreNLP's conditional random field (Finkel, Grenager, Manning: Incorporating
 * Non-local Information into Information Extraction Systems by Gibbs Sampling, ACL 2005).
 *
 * <p>The three-class model needs sentences and tokens only: without tags and lemmas it is eight times as fast.
 */
final class EnglishNames implements Finder {
    private static final String OPTIONS = "ptb3Escaping=false,untokenizable=noneKeep,tokenizeNLs=true";

    /** Holds the model for all, from the first use on. */
    private static final class Model {
        static final CRFClassifier<CoreLabel> RECOGNISER = CRFClassifier.getClassifierNoExceptions(
                "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");
    }

    @Override
    public List<Mention> find(String text) {
        String prose = Prose.of(text);
        List<CoreLabel> tokens =
                new PTBTokenizer<>(new StringReader(prose), new CoreLabelTokenFactory(), OPTIONS).tokenize();
        return new WordToSentenceProcessor<CoreLabel>(NewlineIsSentenceBreak.ALWAYS)
                .process(tokens).stream()
                        .map(Model.RECOGNISER::classifySentence)
                        .flatMap(sentence -> LabelledNames.of(sentence, text).stream())
                        .toList();
    }
}
