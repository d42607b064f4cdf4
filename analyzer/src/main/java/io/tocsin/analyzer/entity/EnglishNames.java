package io.tocsin.analyzer.entity;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import io.tocsin.analyzer.text.EnglishTokens;
import java.util.List;

/**
 * Persons, places and organisations by CoreNLP's conditional random field (Finkel, Grenager, Manning: Incorporating
 * Non-local Information into Information Extraction Systems by Gibbs Sampling, ACL 2005).
 *
 * <p>The three-class model needs sentences and tokens only: without tags and lemmas it is eight times as fast.
 */
final class EnglishNames implements Finder {

    /** Holds the model for all, from the first use on. */
    private static final class Model {
        static final CRFClassifier<CoreLabel> RECOGNISER = CRFClassifier.getClassifierNoExceptions(
                "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");
    }

    @Override
    public List<Mention> find(String text) {
        return EnglishTokens.sentences(Prose.of(text)).stream()
                .filter(EnglishNames::mayHoldNames)
                .map(sentence -> Model.RECOGNISER.classifySentence(sentence))
                .flatMap(sentence -> LabelledNames.of(sentence, text).stream())
                .toList();
    }

    /** The model hardly ever takes a word in small letters for a name: not once in 250 names. Nor does it take "I". */
    private static boolean mayHoldNames(List<CoreLabel> sentence) {
        return sentence.stream()
                .map(CoreLabel::word)
                .anyMatch(word -> !word.equals("I") && word.chars().anyMatch(Character::isUpperCase));
    }
}
