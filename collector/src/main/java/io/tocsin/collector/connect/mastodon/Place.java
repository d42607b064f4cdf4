package io.tocsin.collector.connect.mastodon;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a cursor where streams are read.
 *
 * @param turn which time line is asked next
 * @param since the newest status of each time line that was read, by the name of the time line; as the server calls it
 * @param streamed how much a stream has brought, so that no two cursors look alike
 */
record Place(int turn, Map<String, String> since, long streamed) {
    static final Place START = new Place(0, Map.of(), 0);

    /** Servers give larger ids to what came later; they may be of more digits, too. */
    static final Comparator<String> OLDEST_FIRST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    /** So much later than it was written may a status of another server come. */
    private static final Duration LATE = Duration.ofMinutes(5);
    /** Ids of Mastodon hold the time in milliseconds, above so many bits; shorter ones are those of other programs. */
    private static final int TIME_ABOVE = 16;

    private static final String WITH_TIME = "\\d{17,19}";

    Place {
        since = Map.copyOf(since);
    }

    Place at(int newTurn) {
        return new Place(newTurn, since, streamed);
    }

    Place and(int more) {
        return new Place(turn, since, streamed + more);
    }

    /** After the time line was read up to that status. */
    Place with(String timeline, @Nullable String newest) {
        if (newest == null) {
            return this;
        }
        Map<String, String> all = new HashMap<>(since);
        all.put(timeline, newest);
        return new Place(turn, all, streamed);
    }

    /** After a stream that has all of them brought that status. */
    Place upTo(String newest, List<String> timelines) {
        String safe = newest.matches(WITH_TIME) ? earlier(newest) : newest;
        Map<String, String> all = new HashMap<>();
        for (String timeline : timelines) {
            String known = since.get(timeline);
            all.put(timeline, known == null || OLDEST_FIRST.compare(safe, known) > 0 ? safe : known);
        }
        return new Place(turn, all, streamed);
    }

    private static String earlier(String id) {
        return new BigInteger(id)
                .subtract(BigInteger.valueOf(LATE.toMillis()).shiftLeft(TIME_ABOVE))
                .toString();
    }
}
