package io.tocsin.analyzer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.analyzer.Analyzer;
import io.tocsin.analyzer.AnalyzerSettings;
import io.tocsin.analyzer.watch.Watch;
import io.tocsin.collector.post.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All posts here are invented. */
class AppraiserTest {
    private static final List<Watch> ACME = List.of(new Watch("acme", "acme OR 爱可美"));
    private static final Appraiser APPRAISER =
            Analyzer.appraiser(AnalyzerSettings.of(ACME).with(Depth.FULL));

    @AfterAll
    static void close() {
        APPRAISER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | Worst hotel ever, the Acme staff were so rude",
                "2 | Been on hold with Acme for two hours and nobody picks up. Terrible service.",
                "2 | You charged me twice for the same order and still no refund",
                "3 | The Acme charger caught fire last night and they refuse to answer my emails",
                "3 | my kid swallowed a screw that fell out of the Acme toy",
                "3 | Acme hairdryer sparked and singed my fringe",
                "3 | Acme printed my medical notes on the parcel label",
                "1 | one of Acme's drivers left my parcel in the rain",
                "1 | Acme seat cover shrank in the wash",
                "1 | 爱可美的服务态度太差了，再也不来了",
                "2 | 爱可美的宽带又断网了，打客服电话没人接，太差劲了",
                "2 | 刚买的手机用了两天就黑屏，售后说不给退款，坑人",
                "2 | 爱可美说好昨天给我回电话，到现在没人理，网还是断的，投诉！",
                "2 | 店里收不了款，全因为爱可美断网",
                "2 | 已经销号了，爱可美这种乱扣费又没网的公司，谁爱用谁用。",
                "3 | 爱可美的充电器突然起火了，厂家还推卸责任",
                "3 | 个人信息被泄露了，天天接到诈骗电话，你们要负责",
                "3 | 爱可美电热毯冒烟起火，把孩子烫伤了，我要起诉爱可美！",
                "3 | 家里爱可美热水器漏电，差点把我妈电死，要曝光爱可美",
                "3 | 爱可美奶粉喝了孩子拉肚子住院，已经报警了",
                "3 | 爱可美的椅子塌了，我老婆摔骨折，我要告爱可美"
            })
    void aComplaintIsOneAndAsSevereAsTheHarmItSpeaksOf(int severity, String text) {
        Analysis analysis = appraise(text);
        assertThat(analysis.complaint().label()).isTrue();
        assertThat(analysis.severity().level()).isEqualTo(severity);
        assertThat(analysis.sentiment())
                .isNotNull()
                .extracting(Sentiment::label)
                .isEqualTo(Sentiment.Label.NEGATIVE);
        assertThat(analysis.key()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I love my new Acme phone, the camera is amazing",
                "Acme announces record profits for the third quarter",
                "My boyfriend left me, worst day of my life",
                "Does anyone know how to change the language in the settings?",
                "今天天气真好，和朋友去爬山，心情舒畅",
                "爱可美发布第三季度财报，营收同比增长百分之六",
                "我失恋了，好难过，一个人哭了一晚上",
                "某地发生火灾，消防员迅速赶到现场，无人员伤亡",
                "爱可美起火致三人受伤，警方已介入调查",
                "孩子发烧了，一个人在医院，难过",
                "今天在爱可美等朋友，下雨了"
            })
    void whatIsNoComplaintDoesNoHarm(String text) {
        Analysis analysis = appraise(text);
        assertThat(analysis.complaint().label()).isFalse();
        assertThat(analysis.severity()).isEqualTo(Severity.NONE);
        assertThat(analysis.key()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme charged me twice this month and I want my money back | MONEY | REFUND",
                "爱可美多扣了我两个月的钱，要求退款 | MONEY | REFUND"
            })
    void aComplaintSaysWhatWasHarmedAndWhatIsAskedFor(String text, Harm harm, Ask ask) {
        Matter matter = appraise(text).matter();
        assertThat(matter.harm()).isEqualTo(harm);
        assertThat(matter.ask()).isEqualTo(ask);
        assertThat(matter.category()).startsWith("complaint/");
        assertThat(matter.words()).isNotEmpty().allMatch(text::contains);
    }

    @Test
    void whatIsFeltTowardsEachOfSeveralCompaniesIsToldApart() {
        try (Appraiser two = Analyzer.appraiser(
                AnalyzerSettings.of(List.of(new Watch("acme", "爱可美"), new Watch("globex", "天网通"))))) {
            Post post =
                    Post.builder("x:1", "x", "从天网通换到爱可美，终于好用了", Instant.EPOCH).build();
            assertThat(two.appraise(post).analysis().matter().towards())
                    .containsEntry("acme", Sentiment.Label.POSITIVE)
                    .doesNotContainEntry("globex", Sentiment.Label.POSITIVE);
        }
    }

    @Test
    void aPostAboutAWatchHasAnEmbedding() {
        assertThat(appraise("Acme is down again").embedding()).isNotNull();
    }

    @Test
    void aCascadeAsksTheEncoderOnlyWhereTheWordsAreNotSure() {
        String clear = "Thank you so much Acme, love love love it, best day ever!!! :)";
        String open = "Acme said Tuesday, and then Thursday; a fine way to treat people";
        try (Appraiser cascade = Analyzer.appraiser(AnalyzerSettings.of(ACME).with(Depth.CASCADE))) {
            assertThat(analysis(cascade, clear).embedding()).isNull();
            assertThat(analysis(cascade, clear).sentiment())
                    .isNotNull()
                    .satisfies(sentiment -> assertThat(sentiment.label()).isEqualTo(Sentiment.Label.POSITIVE));
            assertThat(analysis(cascade, open).matter().entities())
                    .as("names of what is no complaint")
                    .isEmpty();
            assertThat(analysis(cascade, open))
                    .usingRecursiveComparison()
                    .ignoringFields("matter.entities")
                    .isEqualTo(appraise(open));
        }
    }

    @Test
    void aCascadeThatLearnsReadsEverythingFirst(@TempDir Path folder) throws IOException {
        String clear = "Thank you so much Acme, love love love it, best day ever!!! :)";
        AnalyzerSettings settings = AnalyzerSettings.of(ACME).with(Depth.CASCADE);
        try (Appraiser cascade = Analyzer.appraiser(settings.learning(folder, Runnable::run))) {
            assertThat(analysis(cascade, clear))
                    .usingRecursiveComparison()
                    .ignoringFields("matter.entities")
                    .isEqualTo(appraise(clear));
        }
    }

    @Test
    void withoutAnyWatchEveryPostIsLookedAtAsIfItWereAboutOne() {
        try (Appraiser without = Analyzer.appraiser(AnalyzerSettings.of(List.of()))) {
            assertThat(analysis(without, "Globex is down again").embedding()).isNotNull();
        }
    }

    private static Analysis analysis(Appraiser appraiser, String text) {
        return appraiser
                .appraise(Post.builder("x:1", "x", text, Instant.EPOCH).build())
                .analysis();
    }

    @Test
    void whatIsInDisguiseIsReadAsItIsMeant() {
        assertThat(appraise("爱可美太差了，垃ji客服，申请tui款").watches()).containsExactly("acme");
        assertThat(appraise("垃ji客服，申请tui款").complaint())
                .isEqualTo(appraise("垃圾客服，申请退款").complaint());
    }

    @Test
    void theKeyIsTheSentenceThatComplains() {
        assertThat(appraise(
                                "Good morning everybody. Acme lost my luggage again and nobody answers the phone! Off to work.")
                        .key())
                .isEqualTo("Acme lost my luggage again and nobody answers the phone!");
    }

    @Test
    void aBareRepostIsNotJudged() {
        assertThat(appraise(""))
                .isEqualTo(new Analysis(
                        "und", List.of(), null, Complaint.NONE, Severity.NONE, null, Matter.UNKNOWN, null));
    }

    @Test
    void aLanguageNobodyTrainedIsMatchedButNotJudged() {
        Analysis analysis = appraise("El servicio de acme es muy malo y no me contestan");
        assertThat(analysis.language()).isEqualTo("es");
        assertThat(analysis.watches()).containsExactly("acme");
        assertThat(analysis.sentiment()).isNull();
    }

    @Test
    void hostileTextGetsAnAnswerThatIsTheSameTwice() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "客服太差 " : "terrible service ");
            for (int i = random.nextInt(400); i > 0; i--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x10000 : 0x80));
            }
            Analysis analysis = appraise(text.toString());
            assertThat(appraise(text.toString())).isEqualTo(analysis);
            assertThat(analysis.complaint().probability()).isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "差", "!?", "\uD83D", "\u200B", "@", "[怒]", "a.", "&amp;", "http://x ", "no ", "退款"})
    void aVeryLongTextIsNoTrouble(String part) {
        String text = part.repeat(100_000 / part.length());
        assertThat(appraise(text).severity().level()).isBetween(0, Severity.HIGHEST);
    }

    private static Analysis appraise(String text) {
        return analysis(APPRAISER, text);
    }
}
