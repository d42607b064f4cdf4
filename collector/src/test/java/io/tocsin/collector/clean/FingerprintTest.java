package io.tocsin.collector.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String CHINESE = "爱可美的宽带从昨天晚上断到现在，客服电话一直打不通，有没有人管";
    private static final String ENGLISH =
            "My acme router has been dead since Monday and nobody at support picks up the phone";

    private static Fingerprint of(String text) {
        return Fingerprint.of(text).orElseThrow();
    }

    private static boolean same(String one, String other) {
        return of(one).saysTheSameAs(of(other)) && haveAKeyInCommon(of(one), of(other));
    }

    private static boolean haveAKeyInCommon(Fingerprint one, Fingerprint other) {
        return IntStream.range(0, Fingerprint.KEYS).anyMatch(key -> one.key(key) == other.key(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "爱可美的宽带从昨天晚上断到现在 客服电话一直打不通 有没有人管",
                "  爱可美的宽带，从昨天晚上断到现在！！！客服电话一直打不通。有没有人管😡😡[怒][怒骂]",
                "转发微博 //@王小明: 爱可美的宽带从昨天晚上断到现在，客服电话一直打不通，有没有人管",
                "//@王小明://@lin_99:爱可美的宽带从昨天晚上断到现在，客服电话一直打不通，有没有人管 @爱可美客服",
                "回复@小林:爱可美的宽带从昨天晚上断到现在，客服电话一直打不通，有没有人管 http://t.cn/A6abcDE",
                "#爱可美断网# 爱可美的宽带从昨天晚上断到现在，客服电话一直打不通，有没有人管 #曝光#",
                "愛可美的寬帶從昨天晚上斷到現在，客服電話一直打不通，有沒有人管",
                "爱可美的宽带从昨天晚上断到现在，客服电话一直打不通https://example.org/a?b=1，有没有人管网页链接"
            })
    void whatPeopleChangeWithoutMeaningItMakesNoDifference(String copy) {
        assertThat(of(copy)).isEqualTo(of(CHINESE)).hasSameHashCodeAs(of(CHINESE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RT @lin_99: My acme router has been dead since Monday and nobody at support picks up the phone",
                "@acme @acme_help@mastodon.example MY ACME ROUTER has been dead since Monday, and nobody at support picks up the phone!!! 😡",
                "Ｍｙ acme router has been dead since Monday and nobody at support picks up the phone #acme #fail https://t.co/aB3",
                "My #acme router has been dead since Monday\nand nobody at support picks up the phone"
            })
    void normalEnglishDecorationMakesNoDifferenceEither(String copy) {
        assertThat(of(copy)).isEqualTo(of(ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "爱可美的宽带从昨天晚上断到现在，客服电话都打不通，有人管没有",
                "大家帮忙转一下：爱可美的宽带从昨天晚上断到现在，客服电话一直打不通，有没有人管",
                "爱可美的宽带从昨天晚上断到现在，客服电话一直打不通",
                "爱可美宽带从昨天晚断到现在，客服电话一直打不通，有没有人管啊"
            })
    void smallChangesLeaveACopyInChinese(String copy) {
        assertThat(same(CHINESE, copy)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My acme router has been dead since Monday and noone at suport picks up the phone",
                "Please share this! My acme router has been dead since Monday and nobody at support picks up the phone",
                "My acme router has been dead since Monday and nobody at support picks up"
            })
    void smallChangesLeaveACopyInEnglish(String copy) {
        assertThat(same(ENGLISH, copy)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "谢谢",
                "谢谢！@客服 http://t.cn/A6abcDE",
                "转发微博",
                "ok thanks",
                "@acme still down!!!",
                "#断网# #曝光#",
                "👍👍👍",
                "thank you so much",
                "网络又断了"
            })
    void whatManySayByThemselvesHasNone(String text) {
        assertThat(Fingerprint.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "爱可美的宽带从昨天晚上断到现在没有人管, 爱可美的快递从昨天早上到现在都没有送来",
        "My acme router has been dead since Monday, My acme phone bill has been wrong since March",
        "How do I cancel my acme contract online?, Why was my acme contract cancelled without a word?"
    })
    void otherTextsAboutTheSameAreNoCopies(String one, String other) {
        assertThat(of(one).saysTheSameAs(of(other))).isFalse();
    }

    @Test
    void numbersTellComplaintsByTheSameFormApart() {
        String form = "投诉商家爱可美，订单号 %d，商家拒绝退款，要求退款 %d 元并道歉";
        assertThat(same(form.formatted(48213, 300), form.formatted(48213, 300))).isTrue();
        assertThat(same(form.formatted(48213, 300), form.formatted(99120, 300))).isFalse();
        assertThat(same(form.formatted(48213, 300), form.formatted(48213, 580))).isFalse();
        assertThat(same("投诉商家爱可美，订单号 48213，商家拒绝退款，要求退款并道歉", form.formatted(48213, 300)))
                .as("one that leaves a number out is still a copy")
                .isTrue();
    }

    @Test
    void numbersInLinksAndNamesAreNone() {
        assertThat(same(CHINESE + " http://t.cn/123", "@user456 " + CHINESE + " http://t.cn/789"))
                .isTrue();
    }

    @Test
    void randomTextsAreNoCopiesAndRandomSmallEditsAre() {
        RandomGenerator random = new SplittableRandom(4);
        for (int i = 0; i < 300; i++) {
            String text = chinese(40 + random.nextInt(60), random);
            String other = chinese(40 + random.nextInt(60), random);
            assertThat(of(text).saysTheSameAs(of(other))).isFalse();
            assertThat(same(text, edited(text, random))).isTrue();
        }
    }

    private static String chinese(int length, RandomGenerator random) {
        return random.ints(length, 0x4E00, 0x9FA5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String edited(String text, RandomGenerator random) {
        StringBuilder edited = new StringBuilder(text);
        edited.setCharAt(random.nextInt(text.length()), '错');
        edited.deleteCharAt(random.nextInt(text.length()));
        return edited.append("😡").toString();
    }

    @Test
    void isTheSameWhenItIsReadAgain() {
        for (String text : List.of(CHINESE, ENGLISH, "订单号 48213 拒绝退款 300 元")) {
            assertThat(Fingerprint.ofBytes(of(text).toBytes())).isEqualTo(of(text));
            assertThat(Fingerprint.ofBytes(of(text).toBytes()).saysTheSameAs(of(text)))
                    .isTrue();
        }
        assertThat(of(CHINESE).likeness(of(CHINESE))).isEqualTo(1);
        assertThat(of(CHINESE).likeness(of(ENGLISH))).isLessThan(0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#a ", "#a#", "@", "//@a:", "[", "[a", "://", "www.", "#", "回复@", "转发", "\uD83D", "ﷺ"})
    void hostileTextsAreTakenLikeOthers(String part) {
        String text = part.repeat(20_000);
        assertThat(Fingerprint.of(text)).isEqualTo(Fingerprint.of(text));
        assertThat(Fingerprint.of(text + CHINESE)).isEqualTo(Fingerprint.of(text + CHINESE));
        assertThat(same(CHINESE + text, CHINESE + text)).isTrue();
    }

    @Test
    void veryLongTextsAreComparedByTheirBeginning() {
        String text = CHINESE.repeat(1_000);
        assertThat(same(text, text + "完")).isTrue();
    }
}
