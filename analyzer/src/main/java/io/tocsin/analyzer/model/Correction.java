package io.tocsin.analyzer.model;

import io.tocsin.analyzer.model.Examples.Example;
import java.util.List;

/**
 * Teaches a trained head what people corrected: both its models get a small addition. Other posts, of which the head shall
 * think as before, are learnt along with the corrections (learning without forgetting, Li and Hoiem 2016).
 */
final class Correction {
    private static final double PENALTY = 1e-4;
    /** What is wrong in one post only is to be corrected, too. */
    private static final int LEAST = 1;

    private static final double LEAST_TRUST = 0.1;
    /** Fewer do not tell a network what to look at. */
    private static final int ENOUGH_FOR_MEANING = 200;

    private final TrainedHead head;
    private final List<Taught> corrections;
    private final List<LabelledPost> others;
    private final Encodings encodings;

    private Correction(TrainedHead head, List<Taught> corrections, List<LabelledPost> others, Encodings encodings) {
        this.head = head;
        this.corrections = corrections;
        this.others = others;
        this.encodings = encodings;
    }

    /** The head with what the corrections add to it. */
    static TrainedHead of(TrainedHead head, List<Taught> corrections, List<LabelledPost> others, Encodings encodings) {
        return new Correction(head, corrections, others, encodings).corrected();
    }

    private TrainedHead corrected() {
        LinearModel moreWords = LogisticRegression.learn(examples(head), PENALTY, LEAST);
        TrainedHead better =
                head.with(head.words().plus(moreWords.tempered(undone(head.trustInWords()))), head.meaning());
        return corrections.size() < ENOUGH_FOR_MEANING ? better : better.with(better.words(), meaning(better));
    }

    private DeepModel meaning(TrainedHead better) {
        DeepModel more = DeepLearning.learn(examples(better));
        return DeepModel.sum(better.meaning(), 1, more, (float) undone(better.trustInMeaning()));
    }

    /** The factor that makes up for how much a model is trusted, as far as it is trusted at all. */
    private static double undone(double trust) {
        return 1 / Math.max(LEAST_TRUST, trust);
    }

    private Examples examples(TrainedHead known) {
        Examples examples = new Examples(head.answers().size());
        for (Taught t : corrections) {
            double[] target = new double[head.answers().size()];
            target[head.answers().indexOf(t.lesson().answer())] = 1;
            examples.add(example(known, t.post(), t.features(), target));
        }
        for (LabelledPost post : others) {
            int[] features = Features.forLanguage(post.language()).of(post.text());
            double[] target = head.thorough(features, Encodings.full(encodings.of(post)));
            examples.add(example(known, post, features, target));
        }
        return examples;
    }

    private Example example(TrainedHead known, LabelledPost post, int[] features, double[] target) {
        short[] encoding = encodings.of(post);
        return new Example(features, encoding, target, 1, known.scores(features, Encodings.full(encoding)));
    }
}
