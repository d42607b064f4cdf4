package io.tocsin.analyzer.model;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The part of the labelled posts that a post belongs to, fixed by its text for ever.
 *
 * <p>By the normalised text and not by the id: a text that occurs twice, as copied tweets do, must not be learnt from and
 * measured with.
 */
enum Split {
    /** Weights are learnt from it: 70 %. */
    TRAIN,
    /** Settings, temperatures and thresholds are chosen by it, and then it teaches, too: 10 %. */
    TUNE,
    /** Measured with, and never looked at before: 20 %. */
    TEST;

    /** By the text, unless the file says that a post is for a test or for training. */
    static Split of(LabelledPost post) {
        return switch (post.label("part")) {
            case "test" -> TEST;
            case "train" -> number(post.text(), "", 8) == 0 ? TUNE : TRAIN;
            default -> of(post.text());
        };
    }

    static Split of(String text) {
        return switch (number(text, "", 10)) {
            case 0, 1 -> TEST;
            case 2 -> TUNE;
            default -> TRAIN;
        };
    }

    /**
     * One of so many numbers, the same for the same text.
     *
     * @param salt another salt gives other numbers
     */
    static int number(String text, String salt, int numbers) {
        CRC32 sum = new CRC32();
        sum.update((salt + NormalText.of(text)).getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() % numbers);
    }
}
