package io.tocsin.collector.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTest {
    private static final Element POST = Objects.requireNonNull(Jsoup.parse("""
                    <div id="post_99" class="post"><em><span title="2026-1-2 12:30">3&nbsp;分钟前</span></em>
                    <a class="xst" href="/t?a=1&amp;b=2">标 题</a><a class="who" data-x="me@example.org"> </a></div>""").selectFirst("div"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.xst;                     标 题",
                "a.xst@href;                /t?a=1&b=2",
                "@id;                       post_99",
                "@id | regex(post_(\\d+));  99",
                "a.xst@href | regex(b=(\\d|x));  2",
                "em span;                   3 分钟前",
                "a[href*='a=1'];            标 题",
                "a[data-x*='@example']@class; who",
            })
    void anExpressionFindsItsValue(String expression, String value) {
        assertThat(Field.parse(expression).in(POST)).contains(value);
        assertThat(Field.parse(expression)).hasToString(expression);
    }

    @Test
    void alternativesAreTriedInOrderUntilOneIsNotBlank() {
        assertThat(Field.parse("b", "em span@lang", "a.who", "em span@title | regex(^(\\d+)$)", "em span")
                        .in(POST))
                .contains("3 分钟前");
        assertThat(Field.parse("b", "i").in(POST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';                    must not be empty",
                "td[;                   is no CSS selector",
                "a..b;                  is no CSS selector",
                "a | count;             only regex(...) may stand",
                "a | regex(\\d+);       exactly one group",
                "a | regex((a)(b));     exactly one group",
                "a | regex((\\d+);      the regular expression is broken",
            })
    void aBrokenExpressionIsExplained(String expression, String reason) {
        assertThatThrownBy(() -> Field.parse(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(expression);
    }
}
