package io.tocsin.analyzer.disguise;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.analyzer.entity.Dictionary;
import io.tocsin.analyzer.entity.Entity;
import io.tocsin.analyzer.entity.Entity.Kind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All posts here are invented. */
class DisguisesTest {
    private static final Disguises DISGUISES = new Disguises(new Dictionary(
            List.of(new Entity(Kind.ORGANISATION, "爱可美", "Acme"), new Entity(Kind.PRODUCT, "云梦泽", "云梦泽")),
            Set.of("爱可美"),
            Map.of("小绿", "绿光外卖", "atm", "acme")));

    @ParameterizedTest
    @CsvSource({
        "ＡＰＰ又闪退了, APP又闪退了",
        "退\u200B款\u200D\u2060啊, 退款啊",
        "退\u0336款\u0336, 退款",
        "快给我\u202E款退\u202C, 快给我退款",
        "𝐬𝐜𝐚𝐦商家, scam商家"
    })
    void strangeLettersBecomePlainOnes(String text, String plain) {
        assertThat(chinese(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"客服態度很差，申請退款沒人理, 客服态度很差，申请退款没人理", "房間很乾淨, 房间很干净"})
    void traditionalCharactersBecomeSimplifiedOnes(String text, String plain) {
        assertThat(chinese(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"扌丁客服电话没人接, 打客服电话没人接", "我要扌殳讠斥, 我要投诉", "被马扁子坑了, 被骗子坑了", "走召级差劲, 超级差劲", "言午多人都这样, 许多人都这样", "亻尔们公司, 你们公司"
    })
    void splitCharactersAreJoined(String text, String plain) {
        assertThat(chinese(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "我要退。款, 我要退款",
        "找客 服没用, 找客服没用",
        "垃。 圾商家, 垃圾商家",
        "再不发货就投*诉, 再不发货就投诉",
        "退·款·退·款, 退款·退款",
        "云 梦 泽真难吃, 云梦泽真难吃"
    })
    void gapsInsideWordsAreClosed(String text, String plain) {
        assertThat(chinese(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "垃ji客服, 垃圾客服",
        "什么时候tui款, 什么时候退款",
        "我要TouSu你们, 我要投诉你们",
        "申请tk三天了, 申请退款三天了",
        "我要投拆你, 我要投诉你",
        "退k！, 退款！",
        "太tm坑die了, 太他妈坑爹了",
        "假1赔10呢, 假一赔十呢",
        "小绿送错了, 绿光外卖送错了"
    })
    void slangAndPinyinBecomePlainWords(String text, String plain) {
        assertThat(chinese(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"艾可美的客服不理人, 爱可美的客服不理人", "被爱柯镁坑了, 被爱可美坑了", "aikemei真差, 爱可美真差", "爱ke美真差, 爱可美真差"})
    void whatSoundsLikeAKnownNameBecomesIt(String text, String plain) {
        assertThat(chinese(text)).isEqualTo(plain);
    }

    @Test
    void someDisguisesComeTogether() {
        assertThat(chinese("ＬＪ客服，扌丁電話沒人接，我要tui\u200B款，不然就 举。报 ai可美")).isEqualTo("垃圾客服，打电话没人接，我要退款，不然就 举报 爱可美");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "今天天气真好，和朋友去爬山，心情舒畅。",
                "女子很好，木马也好，日月同辉，一口气喝完",
                "这款式不错，我不想退。款式真的好看",
                "很快。递给我吧，很好客。服务也周到",
                "我自己的车专门为你准备",
                "我的邮箱是tousu@example.com，网址 www.tuikuan.com/kefu",
                "大家好[草泥马][sb]",
                "草木有情，水有源",
                "乾隆年间的瓷器",
                "👨‍👩‍👧 出门👍🏽 ☀️",
                "买了iPhone和WiFi路由器，check in很快，T恤也OK",
                "工作人员的态度，公司的产品，老板的经理",
                "恋爱可没有那么简单，他的爱可没变"
            })
    void whatIsNoDisguiseStaysAsItIs(String text) {
        assertThat(chinese(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "en, I want a re\u200Bfund from ＡＣＭＥ, I want a refund from ACME",
        "en, tk sb tousu, tk sb tousu",
        "en, the atm lost my card, the acme lost my card",
        "fr, le cafe\u0301 est froid, le cafe\u0301 est froid",
        "fa, می‌خواهم, می‌خواهم",
        "hi, क्‍ष, क्‍ष"
    })
    void otherLanguagesAreReadByTheirLettersAndTheDictionaryOnly(String language, String text, String plain) {
        assertThat(DISGUISES.undo(text, language)).isEqualTo(plain);
    }

    @Test
    void theSlangThatComesWithTocsinIsInTheFormatOfADictionary() {
        assertThat(Dictionary.ofChineseSlang().slang()).hasSizeGreaterThan(300).containsEntry("投拆", "投诉");
    }

    @Test
    void aVeryLongNameHasHomophonesToo() {
        String name = "第一大道科技发展集团有限责任公司华东地区总代理销售中心四号营业厅北门专柜";
        Disguises disguises = new Disguises(new Dictionary(List.of(), Set.of(name), Map.of()));
        assertThat(disguises.undo("我在" + name.replace("柜", "贵") + "买的", "zh")).isEqualTo("我在" + name + "买的");
    }

    @Test
    void dictionariesDoNotMeet() {
        Disguises other = new Disguises(Dictionary.EMPTY);
        assertThat(other.undo("小绿和艾可美", "zh")).isEqualTo("小绿和艾可美");
        assertThat(chinese("小绿和艾可美")).isEqualTo("绿光外卖和爱可美");
    }

    @Test
    void manyThreadsReadTheSame() {
        List<String> texts = List.of("我要tui款，找客 服", "走召级差劲的艾可美", "客服態度很差");
        List<String> alone = texts.stream().map(DisguisesTest::chinese).toList();
        assertThat(IntStream.range(0, 2000)
                        .parallel()
                        .filter(i -> !chinese(texts.get(i % 3)).equals(alone.get(i % 3))))
                .isEmpty();
    }

    @Test
    void hostileTextGetsAnAnswerThatIsTheSameTwice() {
        Random random = new Random(13);
        String pieces = "退款马扁子扌丁 。*\u200B\u202E\u0336tuikuan艾可美\uD83D\uDE21[]@.";
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(
                        random.nextInt(4) > 0
                                ? pieces.charAt(random.nextInt(pieces.length()))
                                : (char) random.nextInt(0x10000));
            }
            for (String language : List.of("zh", "en", "und")) {
                assertThat(DISGUISES.undo(text.toString(), language))
                        .isEqualTo(DISGUISES.undo(text.toString(), language));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "😡", "a", "差", "退 ", "退。款", "\uD83D", "\uD835", "\u200B", "\u202E", "\u0336", "退\u0336", "马扁",
                "走召", "扌丁", "tui款", "sb ", "艾可美", "愛", "[", "@"
            })
    void anyLengthOfAnythingIsBounded(String part) {
        String text = part.repeat(100_000 / Math.max(1, part.length()));
        assertThat(chinese(text)).hasSizeLessThanOrEqualTo(100_000);
        assertThat(DISGUISES.undo(text, "en")).hasSizeLessThanOrEqualTo(100_000);
    }

    private static String chinese(String text) {
        return DISGUISES.undo(text, "zh");
    }
}
