package io.tocsin.tuner;

/** How many were right of how many. */
record Tally(int right, int all) {
    static Tally of(boolean right) {
        return new Tally(right ? 1 : 0, 1);
    }

    Tally plus(Tally other) {
        return new Tally(right + other.right, all + other.all);
    }

    double percent() {
        return 100.0 * right / all;
    }
}
