package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.analyzer.model.Training.Candidate;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Learns from a few hundred sentences that were made up for it. */
class TrainingTest {
    private static final List<LabelledFile> NONE_OF_OURS = List.of();
    private static final Head SENTIMENT = new Head(Question.SENTIMENT, "en");
    private static final Head SENTIMENT_ZH = new Head(Question.SENTIMENT, "zh");
    private static final Head COMPLAINT = new Head(Question.COMPLAINT, "en");

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
        "zh, 这个雨伞讨厌, negative",
        "zh, 这是木头的雨伞, neutral"
    })
    void sentimentIsLearnt(String language, String text, String answer) {
        assertThat(answer(language, text, Question.SENTIMENT).likeliest()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "@shop the umbrella you sent is broken, yes",
        "@other still waiting for my umbrella, yes",
        "@shop how much is the umbrella, no",
        "going for a walk with an umbrella, no"
    })
    void complaintsAreLearnt(String text, String complaint) {
        assertThat(answer("en", text, Question.COMPLAINT).likeliest()).isEqualTo(complaint);
    }

    @Test
    void theSameFilesGiveTheSameBytes(@TempDir Path again) throws IOException {
        make(again);
        for (Head head : List.of(SENTIMENT, SENTIMENT_ZH, COMPLAINT)) {
            assertThat(again.resolve(Models.fileName(head)))
                    .hasSameBinaryContentAs(folder.resolve(Models.fileName(head)));
        }
        assertThat(again.resolve(Models.TAUGHT)).hasSameBinaryContentAs(folder.resolve(Models.TAUGHT));
    }

    @Test
    void aCategoryOfTheUsersOwnIsLearnt(@TempDir Path own) throws IOException {
        List<LabelledPost> posts = tiny.posts().stream()
                .filter(post -> !post.label("sentiment").isEmpty())
                .map(post -> new LabelledPost(
                        post.text(),
                        post.language(),
                        Map.of("complaint", "0", "category", "mine/" + post.label("sentiment"))))
                .toList();
        Head category = new Head(Question.CATEGORY, "en");
        Training training = new Training(List.of(new LabelledFile("mine", posts)), NONE_OF_OURS);
        Candidate candidate = training.train(category, Models.bundled()).orElseThrow();
        assertThat(candidate.before()).as("the old head knows other answers").isNull();
        candidate.write(own);
        training.writeTaught(List.of(category), own);
        assertThat(Models.read(own)
                        .quick("en", "the umbrella is ghastly")
                        .orElseThrow()
                        .thorough()
                        .answer(Question.CATEGORY)
                        .orElseThrow()
                        .likeliest())
                .isEqualTo("mine/negative");
    }

    @Test
    void aHeadIsComparedWithTheOneItWouldReplaceOnPostsThatNeitherLearntFrom() {
        Candidate candidate = new Training(List.of(tiny), NONE_OF_OURS)
                .train(SENTIMENT, models)
                .orElseThrow();
        assertThat(candidate.isNoWorse()).isTrue();
        assertThat(candidate.before())
                .isNotNull()
                .satisfies(before -> assertThat(before.size())
                        .isEqualTo(
                                candidate.after() == null
                                        ? -1
                                        : candidate.after().size()));
    }

    @Test
    void aHeadLearnsFromCorrectionsAndKeepsWhatItKnew() {
        TrainedHead before = Models.bundled().head(COMPLAINT).orElseThrow();
        boolean mistaken = yes(before, "my splorf is wibbled") > 0.5;
        List<LabelledPost> corrections = IntStream.range(0, 40)
                .mapToObj(i -> new LabelledPost(
                        "the splorf is wibbled " + "again ".repeat(i % 4) + (char) ('a' + i % 26),
                        "en",
                        Map.of("complaint", mistaken ? "0" : "1")))
                .toList();
        // Of what it knew, a set that is read soon is enough to remind it.
        List<LabelledFile> ours = LabelledFile.bundled().stream()
                .filter(file -> file.name().equals("short-en"))
                .toList();
        Candidate candidate = new Training(List.of(new LabelledFile("corrections", corrections)), ours)
                .correct(COMPLAINT, Models.bundled())
                .orElseThrow();
        assertThat(yes(candidate.trained(), "my splorf is wibbled") > 0.5).isNotEqualTo(mistaken);
        for (String known : List.of("no refund after six weeks, shame on you @acme", "what a lovely sunny day")) {
            assertThat(yes(candidate.trained(), known) > 0.5).isEqualTo(yes(before, known) > 0.5);
        }
        assertThat(candidate.before()).isNotNull();
    }

    @Test
    void whatCorrectsNothingChangesNothing() {
        List<LabelledPost> others = List.of(new LabelledPost("superb", "en", Map.of("category", "mine")));
        assertThat(new Training(List.of(new LabelledFile("others", others)))
                        .correct(new Head(Question.CATEGORY, "en"), Models.bundled()))
                .isEmpty();
    }

    private static double yes(TrainedHead head, String text) {
        LabelledPost post = new LabelledPost(text, "en", Map.of());
        return head.thorough(
                        Features.forLanguage("en").of(text), Encodings.adapted().fresh(post))[1];
    }

    @Test
    void whatTeachesOneAnswerOnlyMakesNoHead() {
        List<LabelledPost> happy = List.of(new LabelledPost("superb", "en", Map.of("reason", "none")));
        assertThat(new Training(List.of(new LabelledFile("happy", happy)), NONE_OF_OURS)
                        .train(new Head(Question.REASON, "en"), Models.bundled()))
                .isEmpty();
    }

    @Test
    void whatAFolderLacksIsTakenFromWhatIsPartOfTocsin() {
        Head harm = new Head(Question.HARM, "en");
        assertThat(folder.resolve(Models.fileName(harm))).doesNotExist();
        assertThat(models.head(harm)).isEqualTo(Models.bundled().head(harm)).isPresent();
    }

    @Test
    void aMissingFolderADamagedACutAndAnUnfittingHeadAreNamed(@TempDir Path damaged) throws IOException {
        assertThatThrownBy(() -> Models.read(damaged.resolve("none")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none: no such folder");
        Path head = damaged.resolve("sentiment-en.head");
        Files.write(head, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> Models.read(damaged))
                .hasMessageContaining("sentiment-en.head: this head cannot be used");
        byte[] whole = Files.readAllBytes(folder.resolve("sentiment-en.head"));
        Files.write(head, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Models.read(damaged))
                .hasMessageContaining("sentiment-en.head: this head cannot be used: it is cut off");
        Files.copy(folder.resolve("sentiment-zh.head"), head, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> Models.read(damaged)).hasMessageContaining("numbers of an encoder");
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
        Evaluation evaluation = new Evaluation(List.of(tiny), NONE_OF_OURS, Baseline.all(5));
        var results = evaluation.heads(models).stream()
                .filter(result -> result.set().equals("tiny"))
                .filter(result -> result.method().equals("words and encoder"))
                .filter(result -> result.head().equals(SENTIMENT))
                .toList();
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.learntFrom()).isPositive();
            assertThat(result.confusion().size()).isPositive();
            assertThat(result.confusion().accuracy())
                    .isGreaterThan(result.confusion().majorityAccuracy());
        });
        assertThat(EvaluationTables.heads(results)).contains("| sentiment-en | tiny |");
        assertThat(EvaluationTables.confusions(results)).contains("taken for positive");
        assertThat(EvaluationTables.languages(evaluation.languages())).contains("| tiny |");
    }

    @Test
    void everyFoldIsMeasuredOnceAndNoHeadOfASingleAnswer() {
        List<LabelledPost> labelled = tiny.posts().stream()
                .filter(post -> !post.label("complaint").isEmpty())
                .map(post -> new LabelledPost(
                        post.text(), post.language(), Map.of("complaint", post.label("complaint"), "reason", "rare")))
                .distinct()
                .toList();
        List<Evaluation.Result> results =
                new CrossValidation(List.of(new LabelledFile("complaints", labelled)), NONE_OF_OURS).folds(3);
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.head()).isEqualTo(COMPLAINT);
            assertThat(result.set()).isEqualTo("complaints, 3 folds");
            assertThat(result.confusion().size()).isEqualTo(labelled.size());
            assertThat(result.confusion().accuracy()).isGreaterThan(0.8);
        });
    }

    @Test
    void aHeadThatNeverSawAFileIsMeasuredOnItBeforeAndAfterItsWordsLearntFromIt() throws IOException {
        List<LabelledPost> posts = tiny.posts();
        LabelledFile here = new LabelledFile("here", posts.subList(0, posts.size() / 2));
        LabelledFile there = new LabelledFile("there", posts.subList(posts.size() / 2, posts.size()));
        assertThat(new CrossValidation(List.of(here, there), NONE_OF_OURS).leaveOneOut())
                .extracting(Evaluation.Result::set)
                .contains("here, never trained on", "there, never trained on");
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

    private static Answer answer(String language, String text, Question question) {
        return models.quick(language, text)
                .orElseThrow()
                .thorough()
                .answer(question)
                .orElseThrow();
    }

    private static void make(Path to) throws IOException {
        Training training = new Training(List.of(tiny), NONE_OF_OURS);
        for (Head head : List.of(SENTIMENT, SENTIMENT_ZH, COMPLAINT)) {
            training.train(head, Models.bundled()).orElseThrow().write(to);
        }
        training.writeTaught(List.of(SENTIMENT, SENTIMENT_ZH, COMPLAINT), to);
    }
}
