package io.tocsin.analyzer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthTest {

    @ParameterizedTest
    @CsvSource({
        "FULL, false, 0.0, true",
        "FULL, true, 0.5, true",
        "WATCHED, false, 0.5, false",
        "WATCHED, true, 0.0, true",
        "CASCADE, false, 0.5, false",
        "CASCADE, true, 0.5, true",
        "CASCADE, true, 0.01, false",
        "CASCADE, true, 0.99, false"
    })
    void anEncoderReadsWhatItIsNeededFor(Depth depth, boolean watched, double complaint, boolean needed) {
        assertThat(depth.asksForEncoder(watched, complaint)).isEqualTo(needed);
    }
}
