package io.tocsin.collector.post;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, each of the type that is asked for. {@code null} counts as absent.
 *
 * @param path what stands before a field's name in a message: empty, or like {@code author.}
 */
record JsonFields(JsonNode json, String path) {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    /** A string that must be there and not be blank. */
    String required(String name) throws PostFormatException {
        String value = requiredText(name);
        if (value.isBlank()) {
            throw new PostFormatException("has an empty " + path + name);
        }
        return value;
    }

    /** A string that must be there but may be empty. */
    String requiredText(String name) throws PostFormatException {
        String value = text(name);
        if (value == null) {
            throw new PostFormatException("has no " + path + name);
        }
        return value;
    }

    Instant requiredTime(String name) throws PostFormatException {
        Instant value = time(name);
        if (value == null) {
            throw new PostFormatException("has no " + path + name);
        }
        return value;
    }

    @Nullable
    String text(String name) throws PostFormatException {
        JsonNode value = field(name);
        if (value == null) {
            return null;
        }
        return value.stringValueOpt().orElseThrow(() -> wrong(name, "a string"));
    }

    @Nullable
    Instant time(String name) throws PostFormatException {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(value);
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                throw wrong(name, "a time from " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            return time.toInstant();
        } catch (DateTimeException broken) {
            throw wrong(name, "a time like 2026-01-31T12:30:00Z or 2026-01-31T20:30:00+08:00");
        }
    }

    @Nullable
    Long count(String name) throws PostFormatException {
        JsonNode value = field(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw wrong(name, "a whole number from 0 on");
        }
        return value.longValue();
    }

    @Nullable
    Boolean flag(String name) throws PostFormatException {
        JsonNode value = field(name);
        if (value == null) {
            return null;
        }
        return value.booleanValueOpt().orElseThrow(() -> wrong(name, "true or false"));
    }

    @Nullable
    JsonFields object(String name) throws PostFormatException {
        JsonNode value = field(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            throw wrong(name, "an object");
        }
        return new JsonFields(value, path + name + ".");
    }

    private @Nullable JsonNode field(String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** What to say of a field with another value than expected. */
    PostFormatException wrong(String name, String expected) {
        return new PostFormatException(path + name + " must be " + expected);
    }
}
