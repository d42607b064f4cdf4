package io.tocsin.collector;

import io.tocsin.collector.source.Arrivals;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Silence;
import io.tocsin.collector.source.Sources;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Learns when posts come from a source, and says so when they have stopped. */
final class Listener {
    private final Sources sources;
    private final Arrivals arrivals;

    Listener(Memory memory) {
        this.sources = memory.sources();
        this.arrivals = memory.arrivals();
    }

    /** @param posts how many came since the source was last listened to */
    void listen(String source, long posts, Instant now) {
        arrivals.add(source, now, posts);
        if (posts == 0
                && Silence.judge(arrivals.since(source, now.minus(Silence.MEMORY)), now)
                        instanceof Silence.Blind blind) {
            sources.alarm(source, problem(blind));
        }
    }

    private static Problem problem(Silence.Blind blind) {
        return new Problem(
                Problem.Kind.BLIND,
                "Blind since " + blind.since().truncatedTo(ChronoUnit.MINUTES) + ": it answers, but " + blind.reason()
                        + ". Open it in a browser: it may have moved, changed, or show you less than others.");
    }
}
