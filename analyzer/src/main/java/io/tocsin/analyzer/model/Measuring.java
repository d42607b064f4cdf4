package io.tocsin.analyzer.model;

import io.tocsin.analyzer.model.Evaluation.Result;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What all measures of heads share. */
final class Measuring {

    private Measuring() {}

    /** Sets that know no neutral are judged by the likelier of the two others. */
    static List<String> asked(Head head, List<Taught> test, List<String> answers) {
        boolean neutral = test.stream().anyMatch(t -> t.lesson().answer().equals("neutral"));
        return head.question() == Question.SENTIMENT && !neutral ? List.of("negative", "positive") : answers;
    }

    /** What a method makes of posts, given that one of the answers that are asked for is right. */
    static Confusion confusion(
            List<String> asked, List<Taught> test, TrainedHead trained, Function<Taught, double[]> method) {
        Confusion confusion = new Confusion(asked);
        List<double[]> found = test.parallelStream()
                .map(t -> only(asked, trained.answers(), method.apply(t)))
                .toList();
        for (int i = 0; i < found.size(); i++) {
            confusion.add(asked.indexOf(test.get(i).lesson().answer()), found.get(i));
        }
        return confusion;
    }

    /** The probabilities of these answers, given that one of them is right; one that is not known has none. */
    static double[] only(List<String> asked, List<String> known, double[] probabilities) {
        double[] likely = asked.stream()
                .mapToInt(known::indexOf)
                .mapToDouble(place -> place < 0 ? 0 : probabilities[place])
                .toArray();
        double sum = Arrays.stream(likely).sum();
        return Arrays.stream(likely).map(p -> p / sum).toArray();
    }

    /** Where the words of a head are sure enough by themselves. */
    static Predicate<Taught> sure(TrainedHead trained, Function<Taught, double[]> quick) {
        return t -> trained.isSure(quick.apply(t));
    }

    /** The words' answer where it settles a post, otherwise that of words and encoder; the method says how often that is. */
    static Result cascade(
            Head head,
            String set,
            String name,
            List<Taught> test,
            TrainedHead trained,
            Predicate<Taught> settled,
            Function<Taught, double[]> quick,
            Function<Taught, double[]> thorough) {
        long open = test.stream().filter(settled.negate()).count();
        return new Result(
                head,
                set,
                "%s, encoder for %d %%".formatted(name, 100 * open / test.size()),
                0,
                confusion(
                        asked(head, test, trained.answers()),
                        test,
                        trained,
                        t -> (settled.test(t) ? quick : thorough).apply(t)),
                0);
    }

    /** Whether somebody spoke to a company; tweets picked at random are easy to tell from complaints. */
    static boolean isHard(Taught t) {
        return !t.post().label("domain").startsWith("random");
    }
}
