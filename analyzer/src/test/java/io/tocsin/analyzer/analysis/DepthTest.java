package io.tocsin.analyzer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthTest {

    @ParameterizedTest
    @CsvSource({
        "FULL, false, true, true",
        "FULL, true, false, true",
        "WATCHED, false, false, false",
        "WATCHED, true, true, true",
        "CASCADE, false, false, false",
        "CASCADE, true, false, true",
        "CASCADE, true, true, false"
    })
    void anEncoderReadsWhatItIsNeededFor(Depth depth, boolean watched, boolean settled, boolean needed) {
        assertThat(depth.asksForEncoder(watched, () -> settled)).isEqualTo(needed);
    }
}
