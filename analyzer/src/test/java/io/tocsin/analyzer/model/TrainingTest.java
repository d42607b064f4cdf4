package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Learns from a few hundred sentences that were made up for it. */
class TrainingTest {
    @TempDir
    static Path folder;

    private static LabelledFile tiny = new LabelledFile("", List.of());
    private static Models models = Models.bundled();

    @BeforeAll
    static void train() throws IOException, URISyntaxException {
        tiny = LabelledFile.read(
                Path.of(TrainingTest.class.getResource("tiny.jsonl").toURI()));
        make(folder);
        models = Models.read(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "en, the umbrella is superb, positive",
        "en, the umbrella is ghastly, negative",
        "en, the umbrella is wooden, neutral",
        "zh, 这个雨伞好用, positive",
        "zh, 这个雨伞太差, negative",
        "zh, 这是木头的雨伞, neutral"
    })
    void sentimentIsLearnt(String language, String text, String answer) {
        Reading reading = Objects.requireNonNull(models.reading(language, text));
        double sure = switch (answer) {
            case "positive" -> reading.positive();
            case "negative" -> reading.negative();
            default -> reading.neutral();
        };
        assertThat(sure).isGreaterThan(0.5);
        assertThat(reading.negative() + reading.neutral() + reading.positive()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "@shop the umbrella you sent is broken, true",
        "@other still waiting for my umbrella, true",
        "@shop how much is the umbrella, false",
        "going for a walk with an umbrella, false"
    })
    void complaintsAreLearnt(String text, boolean complaint) {
        assertThat(models.reading("en", text)).isNotNull().matches(r -> r.complaint() > 0.5 == complaint);
    }

    @Test
    void theSameFilesGiveTheSameBytes(@TempDir Path again) throws IOException {
        make(again);
        for (Head head : Head.values()) {
            assertThat(again.resolve(Models.fileName(head)))
                    .hasSameBinaryContentAs(folder.resolve(Models.fileName(head)));
        }
    }

    @ParameterizedTest
    @EnumSource(Head.class)
    void bytesForWeightsCostLittle(Head head) {
        List<Taught> taught = Training.taught(head, List.of(tiny));
        double[] weights = LogisticRegression.learn(examples(head, taught), 1e-3);
        LinearModel rounded = LinearModel.rounded(head.answers(), weights, 1);
        for (Taught t : taught) {
            double[] exact = exact(weights, t.features(), head.answers().size());
            assertThat(rounded.probabilities(t.features())).containsExactly(exact, within(0.02));
        }
    }

    @Test
    void aFileThatTeachesAHeadNothingMakesNoModel(@TempDir Path empty) throws IOException {
        LabelledFile english = new LabelledFile(
                "en",
                tiny.posts().stream().filter(p -> p.language().equals("en")).toList());
        assertThat(new Training(List.of(english)).make(Head.SENTIMENT_ZH, empty))
                .isEmpty();
        assertThat(new Training(List.of(english)).make(Head.COMPLAINT_ZH, empty))
                .isEmpty();
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void aMissingOrDamagedModelIsNamed(@TempDir Path damaged) throws IOException {
        assertThatThrownBy(() -> Models.read(damaged))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sentiment-en.model");
        for (Head head : Head.values()) {
            Files.write(damaged.resolve(Models.fileName(head)), new byte[] {1, 2, 3});
        }
        assertThatThrownBy(() -> Models.read(damaged)).isInstanceOf(IOException.class);
    }

    @Test
    void aLineThatIsNoLabelledPostIsNamed(@TempDir Path there) throws IOException {
        Path file = Files.writeString(there.resolve("bad.jsonl"), "{\"text\":\"a\"}\n{\"id\":1}\n");
        assertThatThrownBy(() -> LabelledFile.read(file)).hasMessageContaining("bad.jsonl line 2");
        Files.writeString(file, "{\"text\":\"a\"}\nnot json\n");
        assertThatThrownBy(() -> LabelledFile.read(file)).hasMessageContaining("bad.jsonl line 2: not JSON");
    }

    @Test
    void theEvaluationMeasuresOnlyWhatWasNotLearnt() {
        var results = new Evaluation(List.of(tiny)).heads(models);
        for (var result : results) {
            long test = tiny.posts().stream()
                    .filter(p -> Lesson.of(result.head(), p).isPresent())
                    .filter(p -> Split.of(p.text()) == Split.TEST)
                    .count();
            if (result.set().equals("tiny")) {
                assertThat(result.confusion().size()).isEqualTo((int) test).isPositive();
                assertThat(result.confusion().accuracy())
                        .isGreaterThan(result.confusion().majorityAccuracy());
            }
        }
        assertThat(EvaluationTables.heads(results)).contains("| sentiment-en | tiny |");
        assertThat(EvaluationTables.confusions(results)).contains("taken for positive");
        assertThat(EvaluationTables.languages(new Evaluation(List.of(tiny)).languages()))
                .contains("| tiny |");
    }

    @Test
    void everyFoldIsMeasuredOnce() {
        int labelled = (int) tiny.posts().stream()
                .filter(p -> !p.label("complaint").isEmpty())
                .count();
        var all = new Evaluation(List.of(tiny)).folds(Head.COMPLAINT_EN, 3).getFirst();
        assertThat(all.confusion().size()).isEqualTo(labelled);
        assertThat(all.confusion().accuracy()).isGreaterThan(0.8);
    }

    @Test
    void hostileTextHasFeaturesToo() {
        Random random = new Random(9);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(300); i > 0; i--) {
                text.append((char) random.nextInt(0x10000));
            }
            for (Features features : Features.values()) {
                int[] found = features.of(text.toString());
                assertThat(found).isSorted().doesNotHaveDuplicates();
                assertThat(Arrays.stream(found)).allMatch(f -> f >= 0 && f < BucketSet.SIZE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "see https://a.example/x?y=1 now, see http now",
        "@anna and ＠bob, @user and @user",
        "Cost 1234.50 ＡＢＣ, cost 0.0 abc",
        "sooooo good&amp;cheap, sooo good&cheap"
    })
    void textIsMadeEqual(String text, String normal) {
        assertThat(NormalText.of(text).strip().replaceAll(" +", " ")).isEqualTo(normal);
    }

    private static void make(Path to) throws IOException {
        Training training = new Training(List.of(tiny));
        for (Head head : Head.values()) {
            assertThat(training.make(head, to)).isPresent();
        }
    }

    private static Examples examples(Head head, List<Taught> taught) {
        Examples examples = new Examples(head.answers().size());
        taught.forEach(t -> examples.add(t.features(), t.lesson().answer(), 1));
        return examples;
    }

    private static double[] exact(double[] weights, int[] features, int k) {
        double[] scores = new double[k];
        for (int c = 0; c < k; c++) {
            scores[c] = weights[BucketSet.SIZE * k + c];
            for (int f : features) {
                scores[c] += LinearModel.unit(features) * weights[f * k + c];
            }
        }
        LinearModel.softmax(scores);
        return scores;
    }
}
