package io.tocsin.collector.store;

import io.tocsin.collector.copy.RecentTexts;
import io.tocsin.collector.copy.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what says the same among the last sayings, without comparing it with all of them. */
final class TextIndex {
    private static final int FIRST_SIZE = 1 << 10;

    private TextRing ring = new TextRing(FIRST_SIZE);
    private Instant forgotten = Instant.MIN;

    /**
     * What came out.
     *
     * @param all in the order of the question, each with its origin
     * @param fresh those that were not known before
     */
    record Traced(List<Saying> all, List<Saying> fresh) {}

    /** Finds out who said each first, and adds what is new. */
    Traced trace(List<Saying> sayings) {
        Traced traced = new Traced(new ArrayList<>(sayings.size()), new ArrayList<>());
        for (Saying saying : sayings) {
            Search search = search(saying);
            traced.all().add(search.outcome());
            if (search.known == null) {
                traced.fresh().add(search.outcome());
                add(search.outcome());
            }
        }
        return traced;
    }

    private Search search(Saying saying) {
        Search search = new Search(saying, forgotten);
        ring.search(saying.text(), search::consider);
        return search;
    }

    void add(Saying saying) {
        if (ring.isFull() && ring.size() < RecentTexts.MOST) {
            moveTo(new TextRing(ring.size() * 2));
        } else if (ring.isWornOut()) {
            moveTo(new TextRing(ring.size()));
        }
        ring.add(saying);
    }

    private void moveTo(TextRing next) {
        ring.forEach(next::add);
        ring = next;
    }

    void forget(Instant before) {
        forgotten = before;
    }

    /** What was found so far: of several the most alike counts, of equally alike ones the first. */
    private static final class Search {
        private final Saying saying;
        private final Instant forgotten;
        private @Nullable Saying known;
        private @Nullable Saying best;
        private double likeness;

        Search(Saying saying, Instant forgotten) {
            this.saying = saying;
            this.forgotten = forgotten;
        }

        void consider(Saying other) {
            if (other.post().equals(saying.post())) {
                known = other.text().equals(saying.text()) ? other : known;
                return;
            }
            double found = saying.text().likeness(other.text());
            if (found > likeness && isInReach(other) && saying.text().saysTheSameAs(other.text())) {
                best = other;
                likeness = found;
            }
        }

        private boolean isInReach(Saying other) {
            Duration apart = Duration.between(other.at(), saying.at()).abs();
            return apart.compareTo(RecentTexts.REACH) <= 0 && !other.at().isBefore(forgotten);
        }

        Saying outcome() {
            if (known != null || best == null || !saying.isFirst()) {
                return known == null ? saying : known;
            }
            return saying.after(best.origin());
        }
    }
}
