package io.tocsin.collector.store;

import io.tocsin.collector.clean.Fingerprint;
import io.tocsin.collector.copy.Saying;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;

/** Some sayings, to be found by the keys of their texts; the newest ones of a key first, and only some of them. */
final class TextShelf {
    /** One less than two bytes can tell apart: zero is nobody. */
    static final int SIZE = (1 << 16) - 1;

    private static final int HEADS = 1 << 15;
    /** What very many say alike, as forms have it, is not compared with all of them. */
    private static final int MOST_OF_A_KEY = 8;

    private final Saying[] sayings = new Saying[SIZE];
    private final char[] heads = new char[Fingerprint.KEYS * HEADS];
    private final char[] next = new char[Fingerprint.KEYS * (SIZE + 1)];
    private final int[] seen = new int[SIZE + 1];
    private int searches;
    private int size;

    boolean isFull() {
        return size == SIZE;
    }

    /** Whether everything on it became known before that time. */
    boolean isOlderThan(Instant time) {
        return Arrays.stream(sayings, 0, size).allMatch(saying -> saying.at().isBefore(time));
    }

    void add(Saying saying) {
        sayings[size++] = saying;
        for (int key = 0; key < Fingerprint.KEYS; key++) {
            int head = head(saying.text(), key);
            next[place(key, size)] = heads[head];
            heads[head] = (char) size;
        }
    }

    /** Everything that may say the same, each once. */
    void search(Fingerprint text, Consumer<Saying> each) {
        searches++;
        for (int key = 0; key < Fingerprint.KEYS; key++) {
            int number = heads[head(text, key)];
            for (int i = 0; i < MOST_OF_A_KEY && number > 0; i++) {
                if (seen[number] != searches) {
                    seen[number] = searches;
                    each.accept(sayings[number - 1]);
                }
                number = next[place(key, number)];
            }
        }
    }

    private static int head(Fingerprint text, int key) {
        return key * HEADS + (text.key(key) & (HEADS - 1));
    }

    private static int place(int key, int number) {
        return key * (SIZE + 1) + number;
    }
}
