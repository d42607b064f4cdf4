package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprenticeTest {
    private static final Head HEAD = new Head(Question.SENTIMENT, "en");
    private static final TrainedHead MASTER = Models.bundled().head(HEAD).orElseThrow();
    private static final double[] NEGATIVE = {0.9, 0.08, 0.02};
    private static final double[] NEUTRAL = {0.1, 0.8, 0.1};
    private static final int[] OF_THIS_STREAM = features("zorblaxed again, and at the same gate");

    @TempDir
    private Path folder;

    private Apprentices apprentices;

    @BeforeEach
    void begin() throws IOException {
        apprentices = apprentices(MASTER);
    }

    @Test
    void aWordOfTheStreamIsLearntFromWhatTheHeadSays() {
        assertThat(apprentice().probabilities(OF_THIS_STREAM)).isEqualTo(MASTER.quick(OF_THIS_STREAM));
        hear(Apprentice.SCHOOLING);
        assertThat(apprentice().probabilities(OF_THIS_STREAM)[0]).isGreaterThan(0.7);
    }

    @Test
    void whatWasNotSpokenOfIsJudgedAsBefore() {
        int[] known = features("I love this phone, thank you so much");
        hear(Apprentice.SCHOOLING);
        assertThat(TrainedHead.likeliest(apprentice().probabilities(known)))
                .isEqualTo(TrainedHead.likeliest(MASTER.quick(known)));
    }

    @Test
    void nothingIsSureBeforeSchoolIsOver() {
        int[] clear = features("I love love love this, best thing ever, thank you so much!!!");
        assertThat(MASTER.isSure(MASTER.quick(clear))).isTrue();
        hear(Apprentice.SCHOOLING - 1);
        assertThat(apprentice().isSure(clear)).isFalse();
        hear(1);
        assertThat(apprentice().isSure(clear)).isTrue();
    }

    @Test
    void aLessonFollowsAnotherThoughPostsCameMeanwhile() throws IOException {
        Queue<Runnable> lessons = new ArrayDeque<>();
        apprentices = new Apprentices(Map.of(HEAD, MASTER), folder, lessons::add);
        hear(2 * Apprentice.SCHOOLING);
        assertThat(lessons).hasSize(1);
        lessons.remove().run();
        hear(Apprentice.SCHOOLING);
        assertThat(lessons).hasSize(1);
    }

    @Test
    void whatWasLearntOutlivesARestart() throws IOException {
        hear(Apprentice.SCHOOLING);
        double[] learnt = apprentice().probabilities(OF_THIS_STREAM);
        Apprentice again = apprentices(MASTER).of(HEAD).orElseThrow();
        assertThat(again.probabilities(OF_THIS_STREAM)).isEqualTo(learnt);
        assertThat(again.isSure(OF_THIS_STREAM)).isEqualTo(MASTER.isSure(learnt));
    }

    @Test
    void whatAnotherHeadTaughtIsForgotten() throws IOException {
        hear(Apprentice.SCHOOLING);
        TrainedHead other = new TrainedHead(
                MASTER.answers(), MASTER.words().plus(MASTER.words()), MASTER.meaning(), 1, 1, MASTER.sure());
        assertThat(apprentices(other).of(HEAD).orElseThrow().probabilities(OF_THIS_STREAM))
                .isEqualTo(other.quick(OF_THIS_STREAM));
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        hear(Apprentice.SCHOOLING);
        Path file = folder.resolve("sentiment-en.words");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1_000));
        assertThatThrownBy(() -> apprentices(MASTER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("delete it");
    }

    @Test
    void onlyDecisiveHeadsHaveOne() throws IOException {
        Head harm = new Head(Question.HARM, "en");
        assertThat(new Apprentices(Map.of(harm, Models.bundled().head(harm).orElseThrow()), folder, Runnable::run)
                        .of(harm))
                .isEmpty();
    }

    private Apprentice apprentice() {
        return apprentices.of(HEAD).orElseThrow();
    }

    private Apprentices apprentices(TrainedHead master) throws IOException {
        return new Apprentices(Map.of(HEAD, master), folder, Runnable::run);
    }

    private void hear(int posts) {
        for (int i = 0; i < posts; i++) {
            boolean bad = i % 2 == 0;
            apprentices.hear(
                    HEAD,
                    features(bad ? "zorblaxed again at gate " + (char) ('a' + i % 26) : "on the way home " + i),
                    bad ? NEGATIVE : NEUTRAL);
        }
    }

    private static int[] features(String text) {
        return Features.forLanguage("en").of(text);
    }
}
