package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.analyzer.model.Evaluation.Result;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final List<String> THINGS = List.of("umbrella", "lamp", "kettle", "chair", "ladder");

    @Test
    void theNewestFifthIsToldByWhatIsOlder() {
        Stream<LabelledPost> older = IntStream.range(0, 80)
                .mapToObj(i -> i % 2 == 0
                        ? post("superb %s number n%d".formatted(thing(i), i), "positive", 2019)
                        : post("ghastly %s number n%d".formatted(thing(i), i), "negative", 2019));
        Stream<LabelledPost> newest = IntStream.range(0, 19)
                .mapToObj(i -> post("what a superb %s, my n%d".formatted(thing(i), i), "positive", 2021));
        Stream<LabelledPost> copied = Stream.of(post("superb umbrella number n0", "negative", 2021));
        LabelledFile file = new LabelledFile(
                "things", Stream.of(older, newest, copied).flatMap(s -> s).toList());

        List<Result> results = new CrossValidation(List.of(file)).newest();

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.set()).isEqualTo("things, from 2021-01-01 on, learnt from what is older");
            assertThat(result.learntFrom()).isEqualTo(80);
            assertThat(result.confusion().size()).as("without the copied one").isEqualTo(19);
            assertThat(result.confusion().accuracy()).isGreaterThan(0.8);
        });
    }

    @Test
    void postsWithoutTimesCannotBeTheNewest() {
        LabelledFile file = new LabelledFile(
                "timeless", List.of(new LabelledPost("superb", "en", Map.of("sentiment", "positive"))));
        assertThat(new CrossValidation(List.of(file)).newest()).isEmpty();
    }

    @Test
    void aTradeThatNobodyTaughtIsTaughtByNoPostOfOurOwnEither() {
        LabelledFile flights = new LabelledFile(
                "flights", List.of(new LabelledPost("late", "en", Map.of("sentiment", "negative", "airline", "Acme"))));
        LabelledFile tweets =
                new LabelledFile("tweets", List.of(new LabelledPost("fine", "en", Map.of("sentiment", "positive"))));
        CrossValidation validation = new CrossValidation(List.of(flights, tweets));

        assertThat(validation.othersThan(flights))
                .contains(tweets.posts().getFirst())
                .doesNotContain(flights.posts().getFirst())
                .extracting(post -> post.label("trade"))
                .contains("bank", "telecom")
                .doesNotContain("airline", "rail", "travel");
        assertThat(validation.othersThan(tweets)).as("of any trade").isEqualTo(flights.posts());
    }

    private static String thing(int i) {
        return THINGS.get(i % THINGS.size());
    }

    private static LabelledPost post(String text, String sentiment, int year) {
        return new LabelledPost(
                text, "en", Map.of("sentiment", sentiment, "created_at", year + "-01-01T00:00:00.000Z"));
    }
}
