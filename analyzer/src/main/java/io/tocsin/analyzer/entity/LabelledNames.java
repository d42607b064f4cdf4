package io.tocsin.analyzer.entity;

import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;

/** The names in a sentence whose tokens CoreNLP has labelled: neighbours with the same label are one name. */
final class LabelledNames {

    private LabelledNames() {}

    static List<Mention> of(List<CoreLabel> sentence, String text) {
        List<Mention> names = new ArrayList<>();
        int at = 0;
        while (at < sentence.size()) {
            String label = label(sentence.get(at));
            int begin = sentence.get(at).beginPosition();
            int end = begin;
            while (at < sentence.size() && label(sentence.get(at)).equals(label)) {
                end = sentence.get(at++).endPosition();
            }
            add(label, begin, end, text, names);
        }
        return names;
    }

    private static String label(CoreLabel token) {
        return token.get(AnswerAnnotation.class);
    }

    private static void add(String label, int begin, int end, String text, List<Mention> names) {
        switch (label) {
            case "PERSON" -> names.add(Mention.at(begin, end, Entity.Kind.PERSON, text));
            case "LOCATION", "GPE", "FACILITY" -> names.add(Mention.at(begin, end, Entity.Kind.PLACE, text));
            case "ORGANIZATION" -> names.add(Mention.at(begin, end, Entity.Kind.ORGANISATION, text));
            default -> {} // O, or a label that is no name
        }
    }
}
