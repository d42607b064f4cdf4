package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class HeadFileTest {
    private static final int MOST_BYTES = 10_000_000;

    @Test
    void allHeadsTogetherAreSmall() throws IOException {
        int bytes = 0;
        for (Head head : Head.BUNDLED) {
            try (InputStream in = Models.class.getResourceAsStream(Models.fileName(head))) {
                bytes += in.readAllBytes().length;
            }
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }
}
