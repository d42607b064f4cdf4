package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChineseFeaturesTest {

    @Test
    void aCodeCountsAsAWholeAndByTheWordItNames() {
        assertThat(ChineseFeatures.of("[鼓掌]")).contains(ChineseFeatures.of("鼓掌"));
        assertThat(ChineseFeatures.of("[鼓掌]")).hasSize(1 + 4 + 3 + 2 + 1);
        assertThat(ChineseFeatures.of("【鼓掌】")).hasSize(4 + 3 + 2 + 1);
    }

    @Test
    void blanksOfAnyKindAreOne() {
        assertThat(ChineseFeatures.of(" 难吃\r\n\t  退款 ")).isEqualTo(ChineseFeatures.of("难吃 退款"));
    }
}
