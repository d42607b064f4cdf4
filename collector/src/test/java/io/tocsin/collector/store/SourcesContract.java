package io.tocsin.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.Sources;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every memory of sources must do. */
abstract class SourcesContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Problem BROKEN =
            new Problem(Problem.Kind.SERVER, "The server answered 500. It will be tried again.");

    abstract Sources sources();

    @Test
    void aSourceNeverPolledIsFresh() {
        assertThat(sources().state("news")).isEqualTo(SourceState.fresh("news"));
        assertThat(sources().all()).isEmpty();
    }

    @Test
    void advancingMovesTheCursorAndCountsPosts() {
        sources().advance("news", new Cursor("a"), 3, NOON);
        sources().advance("news", new Cursor("b"), 4, NOON.plusSeconds(1));

        assertThat(sources().state("news"))
                .isEqualTo(new SourceState("news", new Cursor("b"), 7, NOON.plusSeconds(1), null, null, 0, null, null));
    }

    @Test
    void failingKeepsTheCursorAndCountsFailures() {
        sources().advance("news", new Cursor("a"), 3, NOON);
        sources().fail("news", BROKEN, NOON.plusSeconds(1), NOON.plusSeconds(60));
        sources().fail("news", BROKEN, NOON.plusSeconds(61), NOON.plusSeconds(180));

        assertThat(sources().state("news"))
                .isEqualTo(new SourceState(
                        "news",
                        new Cursor("a"),
                        3,
                        NOON,
                        NOON.plusSeconds(61),
                        BROKEN,
                        2,
                        NOON.plusSeconds(180),
                        null));
    }

    @Test
    void aSourceMayFailBeforeItEverSucceeds() {
        sources().fail("news", BROKEN, NOON, NOON.plusSeconds(60));

        assertThat(sources().state("news").cursor()).isEqualTo(Cursor.START);
        assertThat(sources().state("news").health()).isEqualTo(SourceState.Health.FAILING);
    }

    @Test
    void successForgetsTheProblemButNotWhenItWas() {
        sources().fail("news", BROKEN, NOON, NOON.plusSeconds(60));
        sources().advance("news", new Cursor("a"), 0, NOON.plusSeconds(61));

        assertThat(sources().state("news"))
                .isEqualTo(
                        new SourceState("news", new Cursor("a"), 0, NOON.plusSeconds(61), NOON, null, 0, null, null));
    }

    @Test
    void anAlarmChangesNothingElseAndIsOverWithTheNextStep() {
        Problem blind = new Problem(Problem.Kind.BLIND, "Blind since noon.");
        sources().advance("news", new Cursor("a"), 3, NOON);
        sources().alarm("news", blind);

        assertThat(sources().state("news"))
                .isEqualTo(new SourceState("news", new Cursor("a"), 3, NOON, null, blind, 0, null, null));
        assertThat(sources().state("news").health()).isEqualTo(SourceState.Health.BLIND);

        sources().advance("news", new Cursor("b"), 1, NOON.plusSeconds(1));
        assertThat(sources().state("news").health()).isEqualTo(SourceState.Health.HEALTHY);
    }

    @Test
    void whatASourceWasRecognisedAsIsRemembered() {
        sources().recognise("bbs", "Discuz! X");
        sources().advance("bbs", new Cursor("a"), 3, NOON);
        sources().alarm("bbs", BROKEN);
        sources().fail("bbs", BROKEN, NOON, NOON);
        assertThat(sources().state("bbs").recognised()).isEqualTo("Discuz! X");

        sources().recognise("bbs", "MyBB");
        assertThat(sources().state("bbs"))
                .isEqualTo(new SourceState("bbs", new Cursor("a"), 3, NOON, NOON, BROKEN, 1, NOON, "MyBB"));
    }

    @Test
    void sourcesAreListedByNameAndDoNotTouchEachOther() {
        sources().advance("news", new Cursor("a"), 1, NOON);
        sources().advance("bbs", new Cursor("{\"线程\":\"%s\"}".formatted("x".repeat(300_000))), 2, NOON);

        assertThat(sources().all()).extracting(SourceState::name).containsExactly("bbs", "news");
        assertThat(sources().all()).extracting(SourceState::posts).containsExactly(2L, 1L);
        assertThat(sources().state("bbs").cursor().value()).hasSize(300_009).startsWith("{\"线程");
    }
}
