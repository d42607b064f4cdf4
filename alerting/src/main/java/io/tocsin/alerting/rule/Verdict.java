package io.tocsin.alerting.rule;

/** What a rule says about a moment, with the reason. */
public sealed interface Verdict {

    /** It rings. */
    record Rings(Breach breach) implements Verdict {}

    /** Too little evidence, however unusual. */
    record TooFew(int people, int minimum) implements Verdict {}

    /** It says again what is known as a complaint already. */
    record Copy(String original) implements Verdict {}

    /** Not more than usual. */
    record Usual(int people, double expected, double chance) implements Verdict {}

    /** Not severe enough. */
    record Mild(int severity) implements Verdict {}
}
