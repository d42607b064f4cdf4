package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemWordsTest {
    private static final Path COLLECTOR = Path.of("../collector/src/main/java");
    private static final Pattern TROUBLE =
            Pattern.compile("new SourceException\\(|new Problem\\(|unreadable\\(|ending\\(|network\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern GAP = Pattern.compile("\\{\\d!?}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a.example/x answered 404: there is nothing at this address. Open it in a browser and correct it. "
                        + "| https://a.example/x 返回 404：此地址没有内容。请用浏览器打开它并更正。",
                "https://a.example/api is not as documented: field posts[3].id is missing. Check the address; if it is"
                        + " right, the platform has changed, and Tocsin must be updated. "
                        + "| https://a.example/api 与文档不符：缺少字段 posts[3].id。请检查地址；如果地址无误，说明平台已改版，需要更新 Tocsin。",
                "Nothing may be read from a.example now, because its robots.txt cannot be: https://a.example/robots.txt"
                        + " answered 503. It is asked again after 2026-03-01T12:00:00Z. "
                        + "| 目前不得从 a.example 读取内容，因为读不到它的 robots.txt：https://a.example/robots.txt 返回 503。 将在"
                        + " 2026-03-01T12:00:00Z 之后再次询问。",
                "The stream of a.example was closed by the server. It will be tried again. Until its stream holds, posts"
                        + " are asked for at every poll. | a.example 的数据流被服务器关闭。稍后会再试。 在其数据流恢复之前，每次读取时都会主动查询帖子。",
                "post.text (preset discuz), 'td.t_f', found nothing that can be read on https://a.example/t. Open that page"
                        + " in a browser: if it shows a log-in, the forum must be readable without one, or needs a good"
                        + " 'cookie'; if its layout has changed, correct the selector. | post.text (preset"
                        + " discuz)（“td.t_f”）在 https://a.example/t 上没有找到可读的内容。请用浏览器打开该页：如果显示登录页，则论坛须允许游客阅读，"
                        + "或需要有效的“cookie”；如果版面已改变，请更正选择器。",
                "posts.jsonl:17: has no created_at. Correct the file; what was changed is read again. "
                        + "| posts.jsonl:17：缺少 created_at。请更正文件；改动过的内容会重新读取。",
            })
    void aChineseReaderReadsChinese(String english, String chinese) {
        assertThat(ProblemWords.in(Locale.CHINESE, english)).isEqualTo(chinese);
        assertThat(ProblemWords.languageOf(Locale.CHINESE, english)).isEqualTo("zh");
        assertThat(ProblemWords.in(Locale.ENGLISH, english)).isEqualTo(english);
        assertThat(ProblemWords.languageOf(Locale.ENGLISH, english)).isEqualTo("en");
    }

    @Test
    void whatNobodyHasSaidInChineseStaysEnglishAndIsSaidToBe() {
        assertThat(ProblemWords.in(Locale.CHINESE, "Something new.")).isEqualTo("Something new.");
        assertThat(ProblemWords.languageOf(Locale.CHINESE, "Something new.")).isEqualTo("en");
    }

    @Test
    void bothLanguagesHaveTheSameGaps() {
        List<String> lines = catalogue();
        assertThat(lines.size()).isEven();
        for (int i = 0; i < lines.size(); i += 2) {
            assertThat(gaps(lines.get(i + 1))).as(lines.get(i)).isEqualTo(gaps(lines.get(i)));
        }
    }

    /** Sentences about trouble in the code of the collector, as far as they do not differ from case to case. */
    static Stream<String> sentencesInTheCode() throws IOException {
        try (Stream<Path> files = Files.walk(COLLECTOR)) {
            List<String> code = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/store/"))
                    .map(ProblemWordsTest::text)
                    .filter(text -> TROUBLE.matcher(text).find())
                    .toList();
            return code.stream()
                    .map(text -> text.replaceAll("(?m)^\\s*(//|\\*|/\\*).*$", ""))
                    .map(text -> text.replaceAll("\"\\s*\\+\\s*\"", ""))
                    .map(text -> text.replaceAll(
                            "(?s)(log\\.\\w+|IllegalArgumentException|IllegalStateException)\\(.*?;", ""))
                    .flatMap(text -> LITERAL.matcher(text).results().map(match -> match.group(1)))
                    .flatMap(literal -> Arrays.stream(literal.split("%[\\d.]*[sdg]")))
                    .filter(words -> words.strip().split("\\s+").length >= 5)
                    .filter(words -> words.matches("(?s).*[a-z]+ [a-z]+ [a-z]+.*"))
                    .distinct();
        }
    }

    @ParameterizedTest
    @MethodSource("sentencesInTheCode")
    void everySentenceAboutTroubleIsKnownInChinese(String words) {
        String known = catalogue().stream()
                .map(line -> GAP.matcher(line).replaceAll(""))
                .collect(Collectors.joining("\n"));
        assertThat(known.contains(words.strip())
                        || ProblemWords.chinese(words.strip()).isPresent())
                .as("add '%s' to problems_zh.txt", words)
                .isTrue();
    }

    private static Set<String> gaps(String sentence) {
        return Pattern.compile("\\{(\\d)!?}")
                .matcher(sentence)
                .results()
                .map((MatchResult gap) -> gap.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> catalogue() {
        try (var file = Objects.requireNonNull(ProblemWords.class.getResourceAsStream("problems_zh.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
