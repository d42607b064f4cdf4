package io.tocsin.analyzer.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.analyzer.entity.Entity.Kind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All posts here are invented. */
class EntitiesTest {
    private static final Dictionary DICTIONARY = new Dictionary(
            List.of(
                    new Entity(Kind.PRODUCT, "acme pro", "Acme Pro 9"),
                    new Entity(Kind.PRODUCT, "小美九号", "Acme Pro 9"),
                    new Entity(Kind.ORGANISATION, "爱可美", "Acme")),
            Set.of(),
            Map.of());
    private static final Entities ENTITIES = new Entities(DICTIONARY);

    @ParameterizedTest
    @CsvSource({
        "My flight from Boston was cancelled, PLACE, Boston",
        "I wrote to Barack Obama about it, PERSON, Barack Obama",
        "The people at Bank of America hung up on me, ORGANISATION, Bank of America",
        "the ACME PRO died again, PRODUCT, ACME PRO",
        "Where is my order #112-9384756-12 please?, ORDER_NUMBER, 112-9384756-12",
        "order number is AB12345 and nobody answers, ORDER_NUMBER, AB12345",
        "Booking ref: XK4P771, ORDER_NUMBER, XK4P771",
        "Call me at (415) 555-2671 now, PHONE, (415) 555-2671",
        "ring +44 20 7946 0018, PHONE, +44 20 7946 0018"
    })
    void englishNamesAndNumbersAreFound(String text, Kind kind, String name) {
        assertThat(ENTITIES.find(text, "en"))
                .filteredOn(entity -> entity.kind() == kind)
                .extracting(Entity::text)
                .containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({
        "昨天在杭州的门店买的, PLACE, 杭州",
        "我住在上海市浦东新区, PLACE, 上海市",
        "找王小明经理投诉没用, PERSON, 王小明",
        "打给中国移动通信集团公司也没人管, ORGANISATION, 中国移动通信集团公司",
        "北京大学第三医院排队三小时, ORGANISATION, 北京大学第三医院",
        "小美九号又黑屏了, PRODUCT, 小美九号",
        "订单号：E20260118773，三天了不发货, ORDER_NUMBER, E20260118773",
        "运单号是SF1029384756的包裹丢了, ORDER_NUMBER, SF1029384756",
        "我的电话13812345678，请联系我, PHONE, 13812345678",
        "台北 0912-345-678 找我, PHONE, 0912-345-678",
        "香港客服電話 2345 6789, PHONE, 2345 6789"
    })
    void chineseNamesAndNumbersAreFound(String text, Kind kind, String name) {
        assertThat(ENTITIES.find(text, "zh"))
                .filteredOn(entity -> entity.kind() == kind)
                .extracting(Entity::text)
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 都能退才是真好[二哈][微笑]一个人开心",
        "zh, 今天不想回公司，颜值高的人就会很多",
        "zh, 2024年12月31日20240501一共花了12345678元",
        "en, it was the worst thing ever and 12345678 people know it",
        "en, in order to get 100000 points I waited",
        "es, No me contestan en la tienda"
    })
    void whatIsNoNameIsNone(String language, String text) {
        assertThat(ENTITIES.find(text, language)).isEmpty();
    }

    @Test
    void theDictionaryNamesWhatItKnowsAndWinsOverTheModels() {
        Entities known = new Entities(
                new Dictionary(List.of(new Entity(Kind.PRODUCT, "boston", "Boston chair")), Set.of(), Map.of()));
        assertThat(known.find("My flight to Boston", "en"))
                .containsExactly(new Entity(Kind.PRODUCT, "Boston", "Boston chair"));
        assertThat(ENTITIES.find("爱可美，爱可美！我要投诉爱可美", "zh"))
                .containsExactly(new Entity(Kind.ORGANISATION, "爱可美", "Acme"));
    }

    @Test
    void aPhoneNumberHasOneNameHoweverItIsWritten() {
        assertThat(Stream.of("电话 138 1234 5678", "电话13812345678", "+86 138-1234-5678")
                        .flatMap(text -> ENTITIES.find(text, "zh").stream())
                        .map(Entity::name))
                .containsExactly("+8613812345678", "+8613812345678", "+8613812345678");
    }

    @Test
    void modelsThatAreNotThereAreToldAtOnce() {
        assertThatThrownBy(() -> new Entities(DICTIONARY, ChineseRecognition.CORENLP))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stanford-corenlp-4.5.10-models-chinese.jar");
    }

    @Test
    void manyThreadsFindTheSame() {
        List<String> texts = List.of(
                "Emma Brown from Chicago wrote to Bank of America, order #A1234567",
                "Delta lost my bag in Atlanta and Paris, call 415-555-2671",
                "McDonald's in New York is worse than in London");
        List<List<Entity>> alone =
                texts.stream().map(text -> ENTITIES.find(text, "en")).toList();
        assertThat(IntStream.range(0, 300)
                        .parallel()
                        .filter(i -> !ENTITIES.find(texts.get(i % 3), "en").equals(alone.get(i % 3))))
                .isEmpty();
    }

    @Test
    void hostileTextGetsAnAnswerThatIsTheSameTwice() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "订单号 " : "order # ");
            for (int i = random.nextInt(300); i > 0; i--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x10000 : 0x80));
            }
            for (String language : List.of("en", "zh", "und")) {
                List<Entity> found = ENTITIES.find(text.toString(), language);
                assertThat(ENTITIES.find(text.toString(), language)).isEqualTo(found);
                assertThat(found).allSatisfy(entity -> assertThat(text).contains(entity.text()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "😡",
                "a",
                "差",
                "1",
                "1 ",
                "13812345678 ",
                "order 12345 ",
                "\uD83D",
                "\u200B",
                "\u202Eabc",
                "王小明",
                "Boston ",
                "@",
                "[怒]",
                "<b>"
            })
    void anyLengthOfAnythingIsBounded(String part) {
        String text = part.repeat(100_000 / Math.max(1, part.length()));
        for (String language : List.of("en", "zh", "ar")) {
            assertThat(ENTITIES.find(text, language)).hasSizeLessThan(Entities.LONGEST_TEXT);
        }
    }
}
