package io.tocsin.collector.store;

import io.tocsin.collector.clean.Fingerprint;
import io.tocsin.collector.copy.Saying;
import java.util.function.Consumer;

/**
 * The last sayings, to be found by the keys of their texts; of each key the newest first, and only some.
 *
 * <p>They are numbered from 1. Of every key, {@code heads} has the number of the newest whose key ends in the same bits,
 * and {@code earlier} that of the one before each.
 */
final class TextRing {
    /** What very many say alike, as forms have it, is not compared with all of them. */
    private static final int MOST_OF_A_KEY = 8;

    private final Saying[] sayings;
    private final int[] heads;
    private final int[] earlier;
    private final int[] seen;
    private int newest;
    private int searches;

    /** @param size how many it keeps; a power of two */
    TextRing(int size) {
        sayings = new Saying[size];
        seen = new int[size];
        earlier = new int[size * Fingerprint.KEYS];
        heads = new int[size / 2 * Fingerprint.KEYS];
    }

    int size() {
        return sayings.length;
    }

    /** Whether each one more takes the place of the oldest. */
    boolean isFull() {
        return newest >= size();
    }

    /** Whether it can number no more. */
    boolean isWornOut() {
        return newest == Integer.MAX_VALUE;
    }

    void add(Saying saying) {
        newest++;
        sayings[place(newest)] = saying;
        for (int key = 0; key < Fingerprint.KEYS; key++) {
            int head = head(saying.text(), key);
            earlier[place(newest) * Fingerprint.KEYS + key] = heads[head];
            heads[head] = newest;
        }
    }

    /** Everything that may say the same, each once. */
    void search(Fingerprint text, Consumer<Saying> each) {
        searches++;
        for (int key = 0; key < Fingerprint.KEYS; key++) {
            int number = heads[head(text, key)];
            for (int i = 0; i < MOST_OF_A_KEY && isThere(number); i++) {
                int place = place(number);
                if (seen[place] != searches) {
                    seen[place] = searches;
                    each.accept(sayings[place]);
                }
                number = earlier[place * Fingerprint.KEYS + key];
            }
        }
    }

    /** From the oldest to the newest. */
    void forEach(Consumer<Saying> each) {
        for (int number = Math.max(1, newest - size() + 1); number <= newest; number++) {
            each.accept(sayings[place(number)]);
        }
    }

    private boolean isThere(int number) {
        return number > 0 && newest - number < size();
    }

    private int place(int number) {
        return number & (size() - 1);
    }

    private int head(Fingerprint text, int key) {
        return key * (size() / 2) + (text.key(key) & (size() / 2 - 1));
    }
}
