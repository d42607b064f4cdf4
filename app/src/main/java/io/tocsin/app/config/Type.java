package io.tocsin.app.config;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of value.
 *
 * @param example how one is written
 * @param standIn a valid value for one that is not known
 * @param shown whether a problem may quote the text
 * @param reading from text to value; throws {@link IllegalArgumentException} with what is wrong and what to do, worded
 *     to follow the value, like "is not a number; write ..."
 */
record Type<T>(String example, T standIn, boolean shown, Function<String, T> reading) {

    static <T> Type<T> of(String example, Function<String, T> reading) {
        return new Type<>(example, reading.apply(example), true, reading);
    }

    T read(String text) {
        return reading.apply(text);
    }

    /** The same with a condition. */
    Type<T> where(Predicate<T> condition, String otherwise) {
        return new Type<>(example, standIn, shown, text -> {
            T value = read(text);
            if (!condition.test(value)) {
                throw new IllegalArgumentException(otherwise);
            }
            return value;
        });
    }

    /** The same with an example that says more to somebody who left it out. */
    Type<T> like(String betterExample) {
        return new Type<>(betterExample, standIn, shown, reading);
    }

    /** The same, but a problem never quotes the text. */
    Type<T> unshown() {
        return new Type<>(example, standIn, false, reading);
    }
}
