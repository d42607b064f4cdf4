package io.tocsin.app.config;

/** What a configuration is read for: it decides what must be there, and which secrets this machine must have. */
public enum Purpose {
    /** Sources are read and people are notified: something to read, to listen for and to call must be there. */
    RUN,
    /** Sources are tried out; no store is opened, and nothing is sent. */
    COLLECT,
    /** Posts are put into the stores; no source is read, and nothing is sent. */
    IMPORT,
    /** Recorded posts are looked at; no store is opened either. */
    REPLAY;

    /** Whether the values of this section of the file are used, and so must be known. */
    boolean uses(String section) {
        return switch (section) {
            case "sources", "fetch", "console" -> this == RUN || this == COLLECT;
            case "channels", "smtp" -> this == RUN;
            case "database", "elasticsearch" -> this == RUN || this == IMPORT;
            default -> true;
        };
    }
}
