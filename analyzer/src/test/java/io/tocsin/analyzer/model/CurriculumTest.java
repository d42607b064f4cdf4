package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.analyzer.model.Curriculum.Exercise;
import io.tocsin.analyzer.model.Curriculum.Target;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CurriculumTest {

    @Test
    void aTextTeachesAllThatItAnswers() {
        LabelledPost post = new LabelledPost(
                "@shop the umbrella leaks",
                "en",
                Map.of("part", "train", "sentiment", "negative", "complaint", "1", "reason", "Leaks"));
        Curriculum curriculum = curriculum(post);

        Exercise exercise = exercise(curriculum, "umbrella leaks");
        assertThat(exercise.text()).as("nobody's name is learnt").doesNotContain("@shop");
        assertThat(in(curriculum.answers(), Question.SENTIMENT)
                        .get(in(exercise.targets(), Question.SENTIMENT).number()))
                .isEqualTo("negative");
        assertThat(exercise.targets()).containsOnlyKeys(Question.SENTIMENT, Question.COMPLAINT, Question.REASON);
        assertThat(curriculum.answers().get(Question.REASON)).contains("Leaks");
    }

    @Test
    void whatIsKeptForMeasuringTeachesNothing() {
        Curriculum curriculum = curriculum(
                new LabelledPost("the umbrella leaks", "en", Map.of("part", "test", "sentiment", "negative")));
        assertThat(curriculum.lessons()).noneMatch(lesson -> lesson.text().contains("umbrella leaks"));
        assertThat(curriculum.trials()).noneMatch(trial -> trial.text().contains("umbrella leaks"));
    }

    @Test
    void whatStandsInForALabelCountsLess() {
        LabelledPost post = new LabelledPost(
                "never again with this carrier",
                "en",
                Map.of("part", "train", "airline", "Acme Air", "sentiment", "negative"));
        Exercise exercise = exercise(curriculum(post), "never again");
        assertThat(in(exercise.targets(), Question.SENTIMENT).weight()).isEqualTo(1);
        assertThat(in(exercise.targets(), Question.COMPLAINT).weight()).isEqualTo(0.3f);
    }

    @Test
    void whoComplainsIsUnhappy() {
        Curriculum curriculum =
                curriculum(new LabelledPost("the umbrella leaks", "en", Map.of("part", "train", "complaint", "1")));
        Target feeling = in(exercise(curriculum, "umbrella leaks").targets(), Question.SENTIMENT);
        assertThat(in(curriculum.answers(), Question.SENTIMENT).get(feeling.number()))
                .isEqualTo("negative");
        assertThat(feeling.weight()).isEqualTo(0.3f);
        Curriculum other = curriculum(
                new LabelledPost("where do you sell umbrellas", "en", Map.of("part", "train", "complaint", "0")));
        assertThat(exercise(other, "sell umbrellas").targets()).containsOnlyKeys(Question.COMPLAINT);
    }

    private static <T> T in(Map<Question, T> map, Question question) {
        return Objects.requireNonNull(map.get(question), question.word());
    }

    private static Curriculum curriculum(LabelledPost post) {
        return Curriculum.of(List.of(new LabelledFile("made-up", List.of(post))), "en");
    }

    private static Exercise exercise(Curriculum curriculum, String part) {
        return Stream.concat(curriculum.lessons().stream(), curriculum.trials().stream())
                .filter(exercise -> exercise.text().contains(part))
                .findAny()
                .orElseThrow();
    }
}
