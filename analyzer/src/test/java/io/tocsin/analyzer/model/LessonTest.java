package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All posts here are invented. */
class LessonTest {
    private static final Head COMPLAINT = new Head(Question.COMPLAINT, "zh");
    private static final String OF_SERVICE = "这家快递等了八天还在路上";

    @Test
    void whoIsAngryAtAServiceComplainsMostly() {
        assertThat(complaint(OF_SERVICE, "angry")).hasValueSatisfying(lesson -> {
            assertThat(lesson.answer()).isEqualTo("yes");
            assertThat(lesson.isProper()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"我弟把我的耳机踩坏了, angry", "转发//@某人: 这家快递等了八天还在路上, angry"})
    void angerAtOthersAndWhatIsPassedOnSayNothing(String text, String emotion) {
        assertThat(complaint(text, emotion)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"happy", "sad", "fear", "neutral", "surprise"})
    void whoIsNotAngryAtAServiceDoesNotComplain(String emotion) {
        assertThat(complaint(OF_SERVICE, emotion))
                .hasValueSatisfying(lesson -> assertThat(lesson.answer()).isEqualTo("no"));
    }

    @Test
    void aProperLabelCountsMoreThanAnEmotion() {
        LabelledPost post = new LabelledPost(OF_SERVICE, "zh", Map.of("emotion", "angry", "complaint", "0"));
        assertThat(Lesson.of(COMPLAINT, post)).contains(new Lesson("no", 1));
    }

    private static Optional<Lesson> complaint(String text, String emotion) {
        return Lesson.of(COMPLAINT, new LabelledPost(text, "zh", Map.of("emotion", emotion)));
    }
}
