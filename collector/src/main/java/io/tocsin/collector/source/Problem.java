package io.tocsin.collector.source;

/**
 * Why a source could not be read, for a person: what happened, where, and what to do next.
 *
 * @param kind decides how it is shown and how long to wait
 * @param message one or two sentences without secrets and without personal data
 */
public record Problem(Kind kind, String message) {

    /** The kinds of trouble a source can be in. */
    public enum Kind {
        /** No answer, or one that broke off. */
        NETWORK,
        /** The server answered with an error. */
        SERVER,
        /** There is nothing at the address. */
        MISSING,
        /** The server wants a log-in, or does not accept the one it was shown. */
        ACCESS,
        /** What was paid for is used up. */
        PAYMENT,
        /** The server asked to come back later. */
        RATE_LIMITED,
        /** robots.txt forbids it, or could not be read. */
        ROBOTS,
        /** The address is private, or a redirect led to one. */
        FORBIDDEN_ADDRESS,
        /** The body is larger than allowed. */
        TOO_LARGE,
        /** The page or feed is not what the configuration says: a changed layout, a log-in page, broken XML. */
        UNREADABLE,
        /** A caller brought what is no post. */
        REFUSED,
        /** The posts were read but could not be stored. */
        STORAGE,
        /** The stream does not hold. Posts are asked for instead, and arrive a little later. */
        STREAM,
        /** The source answers, but has given no posts for much longer than it ever would. */
        BLIND
    }
}
