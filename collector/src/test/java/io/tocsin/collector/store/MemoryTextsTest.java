package io.tocsin.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.clean.Fingerprint;
import io.tocsin.collector.copy.RecentTexts;
import io.tocsin.collector.copy.Saying;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryTextsTest extends RecentTextsContract {
    private final RecentTexts texts = new MemoryTexts();

    @Override
    RecentTexts texts() {
        return texts;
    }

    /** It has none: it lives as long as the process. */
    @Override
    RecentTexts reopened() {
        return texts;
    }

    @Test
    void keepsTheLastOnesHoweverManyCome() {
        SplittableRandom random = new SplittableRandom(5);
        List<Saying> sayings = IntStream.range(0, RecentTexts.MOST + 1_000)
                .mapToObj(i -> Saying.first("p" + i, Instant.EPOCH.plusSeconds(i), text(random)))
                .toList();
        assertThat(texts.trace(sayings)).allMatch(Saying::isFirst);

        assertThat(copy(sayings.getFirst())).isEqualTo("copy");
        assertThat(copy(sayings.get(5_000))).isEqualTo("p5000");
        assertThat(copy(sayings.getLast())).isEqualTo(sayings.getLast().post());
    }

    private String copy(Saying saying) {
        Saying copy = Saying.first("copy", Instant.EPOCH.plusSeconds(RecentTexts.MOST), saying.text());
        return texts.trace(List.of(copy)).getFirst().origin();
    }

    private static Fingerprint text(SplittableRandom random) {
        String text =
                random.ints(15, 0x4E00, 0x9FA5).mapToObj(Character::toString).collect(Collectors.joining());
        return Fingerprint.of(text).orElseThrow();
    }
}
