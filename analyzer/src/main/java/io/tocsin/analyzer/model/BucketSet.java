package io.tocsin.analyzer.model;

import java.util.Arrays;

/** Collects features as numbers from 0 to 2^18 - 1 by hashing (Weinberger et al. 2009). */
final class BucketSet {
    static final int BITS = 18;
    static final int SIZE = 1 << BITS;
    private static final long PRIME = 0x100000001b3L;
    private static final long OFFSET = 0xcbf29ce484222325L;

    private int[] buckets = new int[512];
    private int count;

    /** Adds the feature that these characters are; the kind keeps equal characters of different meaning apart. */
    void add(char kind, CharSequence text, int from, int to) {
        long hash = (OFFSET ^ kind) * PRIME;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        addHash(hash);
    }

    void add(char kind, CharSequence text) {
        add(kind, text, 0, text.length());
    }

    /** Each feature once, ascending. */
    int[] toArray() {
        return Arrays.stream(buckets, 0, count).sorted().distinct().toArray();
    }

    private void addHash(long hash) {
        if (count == buckets.length) {
            buckets = Arrays.copyOf(buckets, count * 2);
        }
        buckets[count++] = (int) (mix(hash) >>> (Long.SIZE - BITS));
    }

    /** The finaliser of MurmurHash3: spreads every bit over all. */
    private static long mix(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
