package io.tocsin.app.check;

/**
 * What trying out one thing has shown.
 *
 * @param subject what was tried, as the configuration calls it
 * @param detail what was found; of something that does not work, why, and what to do about it
 */
public record Finding(String subject, boolean works, String detail) {

    static Finding works(String subject, String detail) {
        return new Finding(subject, true, detail);
    }

    static Finding fails(String subject, String detail) {
        return new Finding(subject, false, detail);
    }

    @Override
    public String toString() {
        return (works ? "ok       " : "problem  ") + subject + ": " + detail;
    }
}
