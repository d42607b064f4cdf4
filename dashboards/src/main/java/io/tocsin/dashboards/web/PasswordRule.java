package io.tocsin.dashboards.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Which passwords people may choose: long ones; no digits or signs are asked for (NIST SP 800-63B, 5.1.1.2). */
final class PasswordRule {
    static final int SHORTEST = 12;
    /** In bytes: bcrypt reads no further. */
    static final int LONGEST = 72;

    private static final int FEWEST_DIFFERENT = 5;

    private PasswordRule() {}

    /** Why a password is not accepted. */
    enum Objection {
        TOO_SHORT,
        TOO_LONG,
        TOO_SIMPLE,
        CONTAINS_NAME,
        SAME_AS_BEFORE,
        NOT_REPEATED
    }

    static Optional<Objection> objection(String name, String before, String chosen, String repeated) {
        if (chosen.codePoints().count() < SHORTEST) {
            return Optional.of(Objection.TOO_SHORT);
        }
        if (chosen.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of(Objection.TOO_LONG);
        }
        if (chosen.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of(Objection.TOO_SIMPLE);
        }
        if (chosen.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of(Objection.CONTAINS_NAME);
        }
        if (chosen.equals(before)) {
            return Optional.of(Objection.SAME_AS_BEFORE);
        }
        return chosen.equals(repeated) ? Optional.empty() : Optional.of(Objection.NOT_REPEATED);
    }
}
