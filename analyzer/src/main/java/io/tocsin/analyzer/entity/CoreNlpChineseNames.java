package io.tocsin.analyzer.entity;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Persons, places and organisations in Chinese by CoreNLP's conditional random fields, one for words and one for names.
 *
 * <p>Their jar has 1.6 GB and does not come with Tocsin. They take 1.7 GB of memory and half a minute to load.
 */
final class CoreNlpChineseNames implements Finder {
    static final String JAR = "stanford-corenlp-4.5.10-models-chinese.jar";

    private static final String SEGMENTER = "edu/stanford/nlp/models/segmenter/chinese";
    private static final String NAMES = "edu/stanford/nlp/models/ner/chinese.misc.distsim.crf.ser.gz";

    /** Holds the models for all, from the first use on. */
    private static final class Model {
        static final CRFClassifier<CoreLabel> WORDS = words();
        static final CRFClassifier<CoreLabel> RECOGNISER = CRFClassifier.getClassifierNoExceptions(NAMES);

        private static CRFClassifier<CoreLabel> words() {
            Properties settings = new Properties();
            settings.setProperty("sighanCorporaDict", SEGMENTER);
            settings.setProperty("serDictionary", SEGMENTER + "/dict-chris6.ser.gz");
            settings.setProperty("inputEncoding", "UTF-8");
            settings.setProperty("sighanPostProcessing", "true");
            CRFClassifier<CoreLabel> words = new CRFClassifier<>(settings);
            words.loadClassifierNoExceptions(SEGMENTER + "/ctb.gz", settings);
            return words;
        }
    }

    /** @throws IllegalStateException if the models are not on the class path */
    CoreNlpChineseNames() {
        if (!isThere()) {
            throw new IllegalStateException("the models of " + JAR + " are not on the class path");
        }
    }

    static boolean isThere() {
        return CoreNlpChineseNames.class.getClassLoader().getResource(NAMES) != null;
    }

    @Override
    public List<Mention> find(String text) {
        String prose = Prose.of(text);
        List<CoreLabel> words = new ArrayList<>();
        int from = 0;
        for (String word : Model.WORDS.segmentString(prose)) {
            int begin = prose.indexOf(word, from);
            if (begin >= 0) {
                from = begin + word.length();
                words.add(token(word, begin, from));
            }
        }
        return LabelledNames.of(Model.RECOGNISER.classifySentence(words), text);
    }

    private static CoreLabel token(String word, int begin, int end) {
        CoreLabel token = new CoreLabel();
        token.setWord(word);
        token.setBeginPosition(begin);
        token.setEndPosition(end);
        return token;
    }
}
