package io.tocsin.analyzer.model;

import io.tocsin.analyzer.model.Trust.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds from which probability on the answer of the words is as good as that of the whole head. */
final class Sureness {
    /** With fewer posts to try it on, chance would choose. */
    private static final int FEWEST = 200;

    /** What the public set of complaints asks for. */
    private static final double USUAL = 0.8;

    private Sureness() {}

    /** A post, the sureness of its words, and whether which of the answers is right. */
    private record Tried(double sureness, int quick, int thorough, int truth) {}

    /**
     * The least probability that costs little enough. By itself, that is: if a post is read by the encoder for all questions
     * as soon as one is open, it costs about half as much.
     *
     * @param loss what sparing the encoder may cost of the macro-F1
     * @param samples posts that neither model learnt from
     * @param alone the factor of the words' scores by themselves
     */
    static double of(double loss, List<Sample> samples, double alone, Trust trust) {
        if (samples.size() < FEWEST) {
            return USUAL;
        }
        List<Tried> surestFirst = samples.stream()
                .map(sample -> tried(sample, alone, trust))
                .sorted(Comparator.comparingDouble(Tried::sureness).reversed())
                .toList();
        int answers = samples.getFirst().first().length;
        double wanted = confusion(surestFirst, 0, answers).macroF1() - loss;
        int spared = surestFirst.size();
        while (spared > 0 && confusion(surestFirst, spared, answers).macroF1() < wanted) {
            spared -= Math.max(1, surestFirst.size() / 100);
        }
        return spared <= 0 ? 1 : surestFirst.get(spared - 1).sureness;
    }

    private static Tried tried(Sample sample, double alone, Trust trust) {
        double[] quick = new Trust(alone, 0).probabilities(sample);
        int guess = TrainedHead.likeliest(quick);
        return new Tried(quick[guess], guess, TrainedHead.likeliest(trust.probabilities(sample)), sample.truth());
    }

    /** What comes out if the first so many are answered by their words alone. */
    private static Confusion confusion(List<Tried> tried, int spared, int answers) {
        List<String> names = new ArrayList<>();
        IntStream.range(0, answers).mapToObj(String::valueOf).forEach(names::add);
        Confusion confusion = new Confusion(names);
        for (int i = 0; i < tried.size(); i++) {
            double[] certain = new double[answers];
            certain[i < spared ? tried.get(i).quick : tried.get(i).thorough] = 1;
            confusion.add(tried.get(i).truth, certain);
        }
        return confusion;
    }
}
