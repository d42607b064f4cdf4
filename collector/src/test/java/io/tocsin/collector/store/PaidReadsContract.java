package io.tocsin.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.source.PaidReads;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every memory of paid reads must do. */
abstract class PaidReadsContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    abstract PaidReads reads();

    @Test
    void givesWhatIsLeftAndNoMore() {
        assertThat(reads().reserve("x", TODAY, 60, 100)).isEqualTo(60);
        assertThat(reads().reserve("x", TODAY, 60, 100)).isEqualTo(40);
        assertThat(reads().reserve("x", TODAY, 1, 100)).isZero();
        assertThat(reads().reserve("x", TODAY, 1, 50)).as("a smaller budget").isZero();
    }

    @Test
    void whatWasPutBackIsThereAgain() {
        reads().reserve("x", TODAY, 100, 100);

        reads().putBack("x", TODAY, 30);

        assertThat(reads().reserve("x", TODAY, 60, 100)).isEqualTo(30);
    }

    @Test
    void everySourceAndEveryDayHasItsOwn() {
        reads().reserve("x", TODAY, 100, 100);

        assertThat(reads().reserve("y", TODAY, 10, 100)).isEqualTo(10);
        assertThat(reads().reserve("x", TODAY.plusDays(1), 10, 100)).isEqualTo(10);
        reads().putBack("x", TODAY, 5);
        assertThat(reads().reserve("x", TODAY.plusDays(1), 100, 100)).isEqualTo(90);
    }

    @Test
    void forgetsWhatIsOld() {
        reads().reserve("x", TODAY.minusDays(1), 100, 100);
        reads().reserve("x", TODAY, 100, 100);

        reads().forget(TODAY);

        assertThat(reads().reserve("x", TODAY.minusDays(1), 7, 100)).isEqualTo(7);
        assertThat(reads().reserve("x", TODAY, 7, 100)).isZero();
    }

    @Test
    void manyAtOnceGetNoMoreThanThereIs() {
        int taken = Stream.generate(() -> CompletableFuture.supplyAsync(() -> reads().reserve("x", TODAY, 7, 100)))
                .limit(40)
                .toList()
                .stream()
                .mapToInt(CompletableFuture::join)
                .sum();

        assertThat(taken).isEqualTo(100);
    }
}
