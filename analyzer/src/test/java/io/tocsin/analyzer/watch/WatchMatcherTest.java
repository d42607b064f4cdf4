package io.tocsin.analyzer.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchMatcherTest {

    @ParameterizedTest
    @CsvSource({
        "移动, 我用的是中国移动的宽带",
        "ai, AI is here",
        "ＡＩ, ai is here",
        "ai, 全角ＡＩ也算",
        "AI手机, 新AI手机发布了",
        "5G, 我的5G信号没有了",
        "T-Mobile, why is t-mobile down",
        "t-mobile, T Mobile down",
        "O2, @O2 is down",
        "acme, acme's service",
        "acme, slow.Acme.please fix",
        "acme, #acme fails",
        "#acme, so bad #Acme",
        "#爱可美, #爱可美# 太差了",
        "爱可美, #爱可美# 太差了",
        "@acme_help, hello @Acme_Help",
        "acme, hello @acme_help",
        "acme, acme™ is bad",
        "nestle, a Nestlé bar",
        "Nestlé, a nestle bar",
        "acme, a\u200Bc\u200Bme",
        "삼성전자, 삼성전자가 또",
        "バイク, ﾊﾞｲｸが壊れた",
        "'\"customer service\"', bad customer service!",
    })
    void matches(String query, String text) {
        assertThat(matches(query, post(text))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ai, training day",
        "移动, 移不动",
        "acme, acmeology",
        "#acme, so bad acme",
        "@acme, so bad #acme",
        "爱可美, 爱可不美"
    })
    void doesNotMatch(String query, String text) {
        assertThat(matches(query, post(text))).isFalse();
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
