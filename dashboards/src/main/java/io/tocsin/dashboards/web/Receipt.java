package io.tocsin.dashboards.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tocsin.collector.source.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of the posts of one call.
 *
 * @param accepted how many are new, or say something else than before
 * @param duplicate how many are stored already just as they came
 * @param refused how many are no posts
 * @param posts each of them, in the order in which they came
 */
record Receipt(long accepted, long duplicate, long refused, List<Fate> posts) {

    static Receipt of(List<Fate> fates) {
        return new Receipt(
                count(fates, Outcome.ACCEPTED), count(fates, Outcome.DUPLICATE), count(fates, Outcome.REFUSED), fates);
    }

    /**
     * What became of one.
     *
     * @param number its line, or its place in the array, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fate(
            long number,
            @Nullable String id,
            Outcome outcome,
            @Nullable String reason) {

        static Fate taken(long number, String id, Outcome outcome) {
            return new Fate(number, id, outcome, null);
        }

        static Fate refused(long number, String reason) {
            return new Fate(number, null, Outcome.REFUSED, reason);
        }
    }

    /** Written in small letters. */
    enum Outcome {
        ACCEPTED,
        DUPLICATE,
        REFUSED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For the people who look after the source; {@code null} if nothing was refused. */
    @Nullable
    Problem problem() {
        return posts.stream()
                .filter(fate -> fate.outcome() == Outcome.REFUSED)
                .findFirst()
                .map(first -> new Problem(
                        Problem.Kind.REFUSED,
                        refused + " of " + posts.size() + " posts of a call were refused; number " + first.number()
                                + " " + first.reason() + ". Correct the program that sends them: they are not kept."))
                .orElse(null);
    }

    private static long count(List<Fate> fates, Outcome outcome) {
        return fates.stream().filter(fate -> fate.outcome() == outcome).count();
    }
}
