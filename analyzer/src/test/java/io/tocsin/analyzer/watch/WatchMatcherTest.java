package io.tocsin.analyzer.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchMatcherTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "移动 | 我用的是中国移动的宽带",
                "ai | AI is here",
                "ＡＩ | ai is here",
                "ai | 全角ＡＩ也算",
                "AI手机 | 新AI手机发布了",
                "ai手机 | 新ＡＩ 手机",
                "5G | 我的5G信号没有了",
                "T-Mobile | why is t-mobile down",
                "t-mobile | T Mobile down",
                "O2 | @O2 is down",
                "acme | acme's service",
                "acme | slow.Acme.please fix",
                "acme | ACME_support",
                "acme | acme™ is bad",
                "acme | #acme fails",
                "#acme | so bad #Acme",
                "#acme | so bad ＃acme",
                "#爱可美 | #爱可美# 太差了",
                "爱可美 | #爱可美# 太差了",
                "@acme_help | hello @Acme_Help",
                "acme | hello @acme_help",
                "nestle | a Nestlé bar",
                "Nestlé | a nestle bar",
                "삼성전자 | 삼성전자가 또",
                "バイク | ﾊﾞｲｸが壊れた",
                "\uD842\uDFB7野家 | 去\uD842\uDFB7野家吃饭",
                "\"customer service\" | bad customer service!",
                "\"爱可美 手机\" | 爱可美手机坏了",
                "acme* | acmephone",
                "*phone | acmephone",
                "acm?~1 | acme",
                "acme~ | acne",
                "/ac[mn]e/ | acne",
                "acme -careers | acme is down",
                "acme AND (down OR 断网) | acme 又断网了",
                "author:acme_fan | hello",
                "author:fan | hello",
                "platform:X AND hello | hello",
                "platform:x* | hello",
                "language:en | hello",
                "*:* | hello",
                "C\\+\\+ | c is a language"
            })
    void matches(String query, String text) {
        assertThat(matches(query, post(text))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ai | training day",
                "移动 | 移不动",
                "移动 | 动移",
                "acme | acmeology",
                "#acme | so bad acme",
                "@acme | so bad #acme",
                "爱可美 | 爱可不美",
                "acme -careers | acme careers",
                "acme AND (down OR 断网) | acme is fine",
                "author:hello | hello",
                "platform:weibo | weibo",
                "language:zh | zh",
                "acme | acm\u00e9e"
            })
    void doesNotMatch(String query, String text) {
        assertThat(matches(query, post(text))).isFalse();
    }

    @Test
    void invisibleCharactersDoNotHideAName() {
        assertThat(matches("acme", post("a\u200Bc\u00ADm\uFEFFe"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NOT acme | only says what not to find",
                "-acme -apple | only says what not to find",
                "acme AND (NOT apple) | only says what not to find",
                "(acme | cannot be understood at its end (column",
                "acme OR | cannot be understood at its end",
                "acme) | cannot be understood at ')' (column 5)",
                "\"acme | not closed",
                "title:acme | there is no field 'title', only text, author, platform, language",
                "http://acme.example | there is no field 'http'",
                "acme OR \"!!!\" | '!!!' has no letter and no digit",
                "移动* | leave the wildcard out",
                "*移动* | leave the wildcard out",
                "t-mob* | within one word",
                "[a TO b] | a range",
                "/a(b/ | a pattern in the query cannot be used"
            })
    void whatIsWrongWithAQueryIsSaid(String query, String message) {
        Watch watch = new Watch("my-brand", query);
        assertThat(WatchMatcher.problem(watch))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("watch 'my-brand': ")
                        .contains(message)
                        .doesNotContain("\n"));
        assertThatThrownBy(() -> new WatchMatcher(List.of(watch)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void anEmptyQueryIsAProblem(String query) {
        assertThat(WatchMatcher.problem(new Watch("w", query))).get().asString().contains("empty");
    }

    @Test
    void aGoodQueryIsNoProblem() {
        assertThat(WatchMatcher.problem(new Watch("w", "acme OR 爱可美"))).isEmpty();
    }

    @Test
    void theNamesOfAllWatchesFoundComeSorted() {
        try (WatchMatcher matcher = new WatchMatcher(List.of(
                new Watch("z", "acme"), new Watch("a", "爱可美"), new Watch("m", "other"), new Watch("b", "acme")))) {
            assertThat(matcher.matches(post("acme 爱可美"), "zh")).containsExactly("a", "b", "z");
            assertThat(matcher.matches(post(""), "und")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "acme OR 爱可美 | Acme和爱可美都很差 | 和都很差",
                "acme AND (refund OR 退款) | #acme no refund | no refund",
                "(acme OR 爱可美) AND 退款 | 爱可美不退款 | 不退款",
                "爱可美 | 爱可美冒烟了，我要告爱可美！ | 冒烟了，我要告！",
                "爱可美 | 我爱可乐，真美 | 我爱可乐，真美",
                "爱可美 | 爱·可 美冒烟了 | 冒烟了",
                "T-Mobile | t mobile is down | is down",
                "acme | acmeology | acmeology",
                "acme* | acmeology | acmeology",
                "author:fan | fan | fan"
            })
    void namesAreLeftOutOfWhatIsJudged(String query, String text, String rest) {
        try (WatchMatcher matcher = new WatchMatcher(List.of(new Watch("w", query)))) {
            assertThat(matcher.withoutNames(text, List.of("w")).strip()).isEqualTo(rest);
            assertThat(matcher.withoutNames(text, List.of())).isEqualTo(text);
        }
    }

    /** A name is found exactly where it stands as a word, whatever stands around it and however it is written. */
    @Test
    void aNameIsFoundInAnySurroundings() {
        Random random = new Random(11);
        try (WatchMatcher matcher = new WatchMatcher(List.of(new Watch("w", "zyx9 OR 鑫爱可")))) {
            for (int round = 0; round < 500; round++) {
                boolean latin = random.nextBoolean();
                String around = surroundings(random);
                String name = written(latin ? "zyx9" : "鑫爱可", random);
                String before = latin ? endOfWord(around) : around;
                String after = latin ? beginOfWord(surroundings(random)) : surroundings(random);
                assertThat(matcher.matches(post(before + name + after), "en"))
                        .as(before + name + after)
                        .hasSize(1);
                assertThat(matcher.matches(post(around), "en")).as(around).isEmpty();
                assertThat(matcher.matches(post("b" + name.replaceAll("[^\\x21-\\uffef]", "") + "d"), "en"))
                        .hasSize(latin ? 0 : 1);
            }
        }
    }

    @Test
    void aThousandWatchesAreMatchedByManyThreadsAtOnce() {
        List<Watch> watches = IntStream.range(0, 1_000)
                .mapToObj(i -> new Watch("w" + i, "brand" + i + " OR 品牌" + chinese(i)))
                .toList();
        try (WatchMatcher matcher = new WatchMatcher(watches)) {
            assertThat(IntStream.range(0, 400).parallel().filter(i -> {
                        int brand = i * 7 % 1_000;
                        String text = i % 2 == 0 ? "my Brand" + brand + " broke" : "我的品牌" + chinese(brand) + "。坏了";
                        return matcher.matches(post(text), "en").equals(List.of("w" + brand));
                    }))
                    .hasSize(400);
        }
    }

    @Test
    void aHostilePostIsMatched() {
        Random random = new Random(5);
        try (WatchMatcher matcher = new WatchMatcher(List.of(new Watch("w", "acme")))) {
            assertThat(matcher.matches(post("x".repeat(100_000) + " acme"), "en"))
                    .containsExactly("w");
            for (int round = 0; round < 300; round++) {
                StringBuilder noise = new StringBuilder();
                for (int i = random.nextInt(500); i > 0; i--) {
                    noise.append((char) random.nextInt(0x10000));
                }
                assertThat(matcher.matches(post(noise + " acme " + noise), "en"))
                        .containsExactly("w");
            }
        }
    }

    /** Three characters of their own for each number. */
    private static String chinese(int i) {
        String digits = "零一二三四五六七八九";
        return "" + digits.charAt(i / 100) + digits.charAt(i / 10 % 10) + digits.charAt(i % 10);
    }

    private static String surroundings(Random random) {
        List<String> parts = List.of(
                "training", "啊", "。", "，", " ", "!", "😡", "5", "é", "@", "#", "http", "的", "zyx", "鑫爱", "\n", "한");
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> parts.get(random.nextInt(parts.size())))
                .reduce("", String::concat);
    }

    private static String endOfWord(String before) {
        return before.isEmpty() || !isLatin(before.charAt(before.length() - 1)) ? before : before + " ";
    }

    private static String beginOfWord(String after) {
        return after.isEmpty() || !isLatin(after.charAt(0)) ? after : "," + after;
    }

    private static boolean isLatin(char c) {
        return c == 'é' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    private static String written(String name, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> name.toUpperCase(java.util.Locale.ROOT);
            case 1 ->
                name.chars()
                        .map(c -> c < 0x80 ? c + 0xFEE0 : c)
                        .mapToObj(Character::toString)
                        .reduce("", String::concat);
            case 2 -> name.substring(0, 2) + "\u200B" + name.substring(2);
            default -> name;
        };
    }

    private static Post post(String text) {
        return Post.builder("x:1", "x", text, Instant.EPOCH)
                .author(Author.of("x:u1", "Acme_Fan"))
                .build();
    }

    private static boolean matches(String query, Post post) {
        try (WatchMatcher matcher = new WatchMatcher(List.of(new Watch("w", query)))) {
            return matcher.matches(post, "en").contains("w");
        }
    }
}
