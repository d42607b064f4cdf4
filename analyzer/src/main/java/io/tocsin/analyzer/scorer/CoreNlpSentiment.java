package io.tocsin.analyzer.scorer;

import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations.SentimentAnnotatedTree;
import edu.stanford.nlp.util.CoreMap;
import java.util.Arrays;
import java.util.Properties;
import org.ejml.simple.SimpleMatrix;

/**
 * CoreNLP's recursive neural tensor network over the parse of each sentence (Socher et al., Recursive Deep Models for
 * Semantic Compositionality Over a Sentiment Treebank, EMNLP 2013).
 *
 * <p>A sentence counts by its number of tokens. Very negative and negative are taken together, as are positive and very
 * positive. Its models take about 200 MB and four seconds to load, a parse more, and a post 0.1 to 0.5 s.
 */
public final class CoreNlpSentiment implements SentimentScorer {
    /** Characters looked at; what stands later in a text is left out. */
    public static final int LONGEST_TEXT = 1_000;

    /** In tokens; parsing takes time by the third power of it. A longer sentence is read as if it had no structure. */
    private static final int LONGEST_SENTENCE = 60;

    /** Very negative, negative, neutral, positive, very positive. */
    private static final int CLASSES = 5;

    /** Holds the models for all, from the first use on. */
    private static final class Model {
        static final StanfordCoreNLP PIPELINE = new StanfordCoreNLP(settings());

        private static Properties settings() {
            Properties settings = new Properties();
            settings.setProperty("annotators", "tokenize,pos,parse,sentiment");
            settings.setProperty("parse.model", "edu/stanford/nlp/models/lexparser/englishPCFG.ser.gz");
            settings.setProperty("parse.maxlen", String.valueOf(LONGEST_SENTENCE));
            settings.setProperty("parse.binaryTrees", "true");
            settings.setProperty("tokenize.options", "untokenizable=noneKeep");
            return settings;
        }
    }

    @Override
    public SentimentScores score(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        Annotation annotation = new Annotation(beginning);
        Model.PIPELINE.annotate(annotation);
        double[] sums = new double[CLASSES];
        for (CoreMap sentence : annotation.get(SentencesAnnotation.class)) {
            add(sentence, sums);
        }
        return scores(sums);
    }

    private static void add(CoreMap sentence, double[] sums) {
        SimpleMatrix likelihoods = RNNCoreAnnotations.getPredictions(sentence.get(SentimentAnnotatedTree.class));
        int tokens = sentence.get(TokensAnnotation.class).size();
        for (int i = 0; i < CLASSES; i++) {
            sums[i] += likelihoods.get(i) * tokens;
        }
    }

    private static SentimentScores scores(double[] sums) {
        double all = Arrays.stream(sums).sum();
        return all == 0
                ? SentimentScores.NEUTRAL
                : new SentimentScores((sums[0] + sums[1]) / all, sums[2] / all, (sums[3] + sums[4]) / all);
    }
}
