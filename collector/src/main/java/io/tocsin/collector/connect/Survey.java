package io.tocsin.collector.connect;

import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was found on one page of a source.
 *
 * @param page what kind of page it is: {@code list}, {@code thread} or {@code posts}
 * @param asked the address that was asked for
 * @param found where the page was, after redirects
 * @param items how many threads or posts there are on it
 * @param tallies how often each field was found
 * @param problem why nothing can be made of it; {@code null} if something can
 */
public record Survey(
        String page,
        String asked,
        String found,
        int items,
        List<Tally> tallies,
        @Nullable Problem problem) {

    public Survey {
        asked = PublicUrl.of(asked);
        found = PublicUrl.of(found);
        tallies = List.copyOf(tallies);
    }

    /** Whether a poll would get something from the page. */
    public boolean isGood() {
        return problem == null && items > 0;
    }

    public boolean wasRedirected() {
        return !asked.equals(found);
    }

    /**
     * How often one field was found.
     *
     * @param field its name in the configuration, or of a post
     * @param required whether nothing can be read without it
     * @param items where it was looked for
     * @param examples some of its values
     */
    public record Tally(String field, boolean required, int found, int items, List<String> examples) {
        private static final int EXAMPLES = 3;

        public Tally {
            examples = List.copyOf(examples);
        }

        /** Looks for the field in every item. */
        public static <T> Tally of(String field, boolean required, List<T> items, Function<T, Optional<String>> value) {
            List<String> values =
                    items.stream().flatMap(item -> value.apply(item).stream()).toList();
            List<String> examples = values.stream().distinct().limit(EXAMPLES).toList();
            return new Tally(field, required, values.size(), items.size(), examples);
        }
    }
}
