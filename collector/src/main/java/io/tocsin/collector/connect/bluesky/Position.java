package io.tocsin.collector.connect.bluesky;

/**
 * A place in the stream.
 *
 * @param version of the interface: what a place means in one, it does not mean in another
 * @param time of the last event taken, in microseconds since 1970; 0 for the present
 */
record Position(int version, long time) {
    static final int VERSION = 1;
    static final Position NOW = new Position(VERSION, 0);

    /** Servers are not exactly as far as each other; what comes twice does no harm. */
    private static final long OVERLAP = 5_000_000;

    Position ofThisVersion() {
        return version == VERSION ? this : NOW;
    }

    /** The later of this and the time. */
    Position to(long later) {
        return later > time ? new Position(VERSION, later) : this;
    }

    boolean isNow() {
        return time == 0;
    }

    /** Where to begin to read again. */
    long begin() {
        return Math.max(1, time - OVERLAP);
    }
}
