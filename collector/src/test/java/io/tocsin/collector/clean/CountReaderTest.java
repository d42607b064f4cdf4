package io.tocsin.collector.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "34; 34",
                "1,203; 1203",
                "1.2k; 1200",
                "1.2 K; 1200",
                "3M; 3000000",
                "1.2万; 12000",
                "100万+; 1000000",
                "3亿; 300000000",
                "Replies: 12; 12",
                "回复 5 次; 5",
                "0; 0",
            })
    void readsWhatPagesWrite(String text, long count) {
        assertThat(CountReader.read(text)).contains(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "none"})
    void whatIsNoCountIsUnknownAndNotZero(String text) {
        assertThat(CountReader.read(text)).isEmpty();
    }
}
