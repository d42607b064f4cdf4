package io.tocsin.analyzer.entity;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.process.WordToSentenceProcessor.NewlineIsSentenceBreak;
import java.io.StringReader;
import java.util.ArrayList;
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
                        .flatMap(sentence -> mentions(sentence, text).stream())
                        .toList();
    }

    private static List<Mention> mentions(List<CoreLabel> sentence, String text) {
        List<CoreLabel> labelled = Model.RECOGNISER.classifySentence(sentence);
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < labelled.size()) {
            String label = labelled.get(at).get(AnswerAnnotation.class);
            int begin = labelled.get(at).beginPosition();
            int end = begin;
            while (at < labelled.size()
                    && labelled.get(at).get(AnswerAnnotation.class).equals(label)) {
                end = labelled.get(at++).endPosition();
            }
            add(label, begin, end, text, mentions);
        }
        return mentions;
    }

    private static void add(String label, int begin, int end, String text, List<Mention> mentions) {
        switch (label) {
            case "PERSON" -> mentions.add(Mention.at(begin, end, Entity.Kind.PERSON, text));
            case "LOCATION" -> mentions.add(Mention.at(begin, end, Entity.Kind.PLACE, text));
            case "ORGANIZATION" -> mentions.add(Mention.at(begin, end, Entity.Kind.ORGANISATION, text));
            default -> {} // O: no name
        }
    }
}
