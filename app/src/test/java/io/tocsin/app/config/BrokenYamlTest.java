package io.tocsin.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that is no YAML is explained with line and column, and never quoted: what is broken may be a secret. */
class BrokenYamlTest {
    @TempDir
    Path folder;

    private static final String CASES = """
            smtp:\\n\\thost: a
              2:1: a tab stands here; use spaces
            data: a: b
              1:8: a key and its colon cannot stand here; put a value that holds ": " into quotes,\
             and give keys of one section the same indentation
            smtp: *s3cret
              1:7: a value cannot begin with this character; put the value into quotes
            data: @s3cret
              1:7: a value cannot begin with this character; put the value into quotes
            smtp: !x!s3cret a
              1:7: a value cannot begin with this character; put the value into quotes
            data: "\\d+"
              1:9: inside double quotes a backslash is written twice; write \\\\ or use single quotes
            data: 1\\nsmtp: "s3cret
              2:7: the quote that opens here is never closed; add the closing quote
            watches: [1, 2\\nrules: 3
              1:10: the bracket that opens here is not closed, or a comma is missing; add what is missing
            smtp: {host: a, port: 1
              1:7: the bracket that opens here is not closed, or a comma is missing; add what is missing
            data: 1\\ns3cret\\n
              3:1: the line before this one is neither "key: value" nor "- item"; add what is missing
            data: 1\\n---\\ndata: 2
              2:1: a second document begins here; keep one, without a line of ---
            data: 's3' cret
              1:12: this is not YAML; check the indentation, quotes and brackets here and in the line before
            data: a\\u0001b
              1:8: a control character stands here; remove it
            """;

    @ParameterizedTest
    @MethodSource("cases")
    void isExplained(String yaml, String problem) {
        assertThat(Written.in(folder, unescape(yaml)).problems()).containsExactly(problem);
    }

    static Stream<Arguments> cases() {
        List<String> lines = CASES.lines().map(String::strip).toList();
        return IntStream.iterate(0, i -> i < lines.size(), i -> i + 2)
                .mapToObj(i -> arguments(lines.get(i), lines.get(i + 1)));
    }

    @Test
    void aFileInAnotherCharacterSetIsExplained() {
        assertThat(Written.in(folder, "data: 1\n# 爱可美")
                        .encodedIn(Charset.forName("GBK"))
                        .problems())
                .containsExactly("2:3: here the file is not UTF-8; save it as UTF-8");
    }

    @Test
    void aListIsNoConfiguration() {
        assertThat(Written.in(folder, "- data: 1").problems())
                .containsExactly("1:1: must be a section of keys, not a list");
    }

    @Test
    void keysThatStandTwiceAreReported() {
        assertThat(Written.in(folder, "data: a\nsmtp:\n  host: a\ndata: b").problems())
                .contains("4:1: data: stands here twice, first in line 1; keep one");
    }

    @Test
    void onlySectionsCanBeTakenOver() {
        assertThat(Written.in(folder, "console:\n  <<: [s3cret]").problems())
                .containsExactly("2:8: console.<<: takes over the keys of another section; write \"<<: *name\""
                        + " where that section is marked with \"&name\"");
    }

    @Test
    void aSectionThatTakesOverItselfEnds() {
        assertThat(Written.in(folder, "console: &me\n  <<: *me\n  port: 80").problems())
                .isEmpty();
    }

    @Test
    void whatIsNestedTooDeeplyIsReported() {
        assertThat(Written.in(folder, "data: " + "[".repeat(99) + "]".repeat(99))
                        .problems())
                .containsExactly("1:1: this is too large or too deeply nested for a configuration; make it smaller");
    }

    @Test
    void aByteOrderMarkIsNoMistake() {
        assertThat(Written.in(folder, "\uFEFFdata: x\r\n").problems()).isEmpty();
    }

    @Test
    void keysMustBeText() {
        assertThat(Written.in(folder, "[a, b]: c").problems())
                .containsExactly("1:1: a key must be plain text; write \"key: value\"");
    }

    private static String unescape(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0001", "\u0001");
    }
}
