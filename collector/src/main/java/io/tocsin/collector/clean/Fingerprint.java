package io.tocsin.collector.clean;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a text says, short enough to be compared with hundreds of thousands of others: the same for two people who post
 * the same words, and much the same after small changes. What people change without meaning anything by it, as
 * {@link PlainWords} lists it, makes no difference.
 *
 * <p>It is MinHash (Broder 1997) over runs of two Chinese characters or four letters: of each of {@value #MARKS} hash
 * functions the lowest value is kept, one byte of it (Li and König 2010). How many bytes two texts have in common
 * estimates how many runs they do. Four bytes together make a {@link #key(int) key}: texts without a common key are not
 * worth a comparison.
 *
 * <p>Numbers count for more than their letters: two complaints that each name an order number, an amount or a date which
 * the other does not are about two matters, however much they look alike.
 */
public final class Fingerprint {
    private static final int BANDS = 24;
    /** How many keys there are to look by. */
    public static final int KEYS = BANDS + 1;

    private static final int MARKS = BANDS * Integer.BYTES;

    private static final int WIDE_RUN = 2;
    private static final int RUN = 4;
    /** The first character of scripts in which a character says about as much as three letters. */
    private static final char FIRST_WIDE = 0x2E80;

    private static final int WEIGHT_OF_WIDE = 3;
    /** Eight Chinese characters or 24 letters: with fewer, people say the same without having read each other. */
    private static final int LEAST_WEIGHT = 24;

    private static final int LITTLE_WEIGHT = 45;
    private static final double ALIKE = 0.55;
    private static final double ALIKE_IF_SHORT = 0.6;
    /** So often two bytes are the same by chance. */
    private static final double CHANCE = 1.0 / 256;

    private static final int MOST_NUMBERS = 30;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int[] FACTORS = random(1).map(factor -> factor | 1).toArray();
    private static final int[] SUMMANDS = random(2).toArray();

    /** Eight bytes in each. */
    private final long[] marks;

    private final int[] numbers;
    private final boolean isShort;

    private Fingerprint(long[] marks, int[] numbers, boolean isShort) {
        this.marks = marks;
        this.numbers = numbers;
        this.isShort = isShort;
    }

    private static IntStream random(long seed) {
        return new SplittableRandom(seed).ints(MARKS);
    }

    /** Empty if the text is too short to tell who has it from whom. */
    public static Optional<Fingerprint> of(String text) {
        String plain = PlainWords.undecorated(text);
        char[] letters = PlainWords.letters(plain);
        int weight = weight(letters);
        return weight < LEAST_WEIGHT
                ? Optional.empty()
                : Optional.of(new Fingerprint(marks(letters), numbers(plain), weight < LITTLE_WEIGHT));
    }

    private static int weight(char[] letters) {
        int weight = 0;
        for (char letter : letters) {
            weight += isWide(letter) ? WEIGHT_OF_WIDE : 1;
        }
        return weight;
    }

    private static boolean isWide(char letter) {
        return letter >= FIRST_WIDE;
    }

    private static long[] marks(char[] letters) {
        int[] lowest = new int[MARKS];
        Arrays.fill(lowest, Integer.MAX_VALUE);
        for (int start = 0; start < letters.length; start++) {
            int end = start + (isWide(letters[start]) ? WIDE_RUN : RUN);
            if (end <= letters.length) {
                lower(lowest, hash(letters, start, end));
            }
        }
        ByteBuffer marks = ByteBuffer.allocate(MARKS);
        for (int low : lowest) {
            marks.put((byte) mixed(low));
        }
        return longs(marks.flip());
    }

    private static long[] longs(ByteBuffer bytes) {
        long[] longs = new long[MARKS / Long.BYTES];
        bytes.asLongBuffer().get(longs);
        return longs;
    }

    private static void lower(int[] lowest, int hash) {
        for (int i = 0; i < MARKS; i++) {
            lowest[i] = Math.min(lowest[i], hash * FACTORS[i] + SUMMANDS[i]);
        }
    }

    private static int hash(char[] letters, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = mixed(hash * 31 + letters[i]);
        }
        return hash;
    }

    /** The last step of MurmurHash3: every bit hangs on every bit. */
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    private static int[] numbers(String plain) {
        return NUMBER.matcher(plain)
                .results()
                .limit(MOST_NUMBERS)
                .mapToInt(number -> number.group().hashCode())
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * What two texts that are alike have in common for at least one number; for the last number, only texts that are
     * the same have.
     */
    public int key(int number) {
        return number == BANDS ? hashCode() : (int) (marks[number / 2] >>> (number % 2 * Integer.SIZE));
    }

    /** Whether one of the texts can be taken for a copy of the other. */
    public boolean saysTheSameAs(Fingerprint other) {
        return likeness(other) >= (isShort || other.isShort ? ALIKE_IF_SHORT : ALIKE) && namesNothingElse(other);
    }

    /** How much of what either text says both say, from 0 to 1: an estimate of their Jaccard similarity. */
    public double likeness(Fingerprint other) {
        int same = 0;
        for (int i = 0; i < marks.length; i++) {
            same += zeroBytes(marks[i] ^ other.marks[i]);
        }
        return Math.max(0, ((double) same / MARKS - CHANCE) / (1 - CHANCE));
    }

    /** How many of the eight are zero (Warren, Hacker's Delight, section 6-1). */
    private static int zeroBytes(long bytes) {
        long lowBits = 0x7f7f7f7f7f7f7f7fL;
        return Long.bitCount(~(((bytes & lowBits) + lowBits) | bytes | lowBits));
    }

    /** A copy may leave out numbers or add some, but not both. */
    private boolean namesNothingElse(Fingerprint other) {
        return contains(numbers, other.numbers) || contains(other.numbers, numbers);
    }

    private static boolean contains(int[] all, int[] some) {
        return Arrays.stream(some).allMatch(one -> Arrays.binarySearch(all, one) >= 0);
    }

    /** To be kept, and read again by {@link #ofBytes}. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + MARKS + numbers.length * Integer.BYTES);
        bytes.put((byte) (isShort ? 1 : 0));
        for (long eight : marks) {
            bytes.putLong(eight);
        }
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    /** Reads what {@link #toBytes} wrote. */
    public static Fingerprint ofBytes(byte[] kept) {
        ByteBuffer bytes = ByteBuffer.wrap(kept);
        boolean isShort = bytes.get() == 1;
        long[] marks = longs(bytes);
        bytes.position(1 + MARKS);
        int[] numbers = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(numbers);
        return new Fingerprint(marks, numbers, isShort);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint text
                && Arrays.equals(marks, text.marks)
                && Arrays.equals(numbers, text.numbers);
    }

    @Override
    public int hashCode() {
        return mixed(31 * Arrays.hashCode(marks) + Arrays.hashCode(numbers));
    }
}
