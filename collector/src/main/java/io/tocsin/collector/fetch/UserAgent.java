package io.tocsin.collector.fetch;

import java.util.Objects;

/** By what name Tocsin asks, so that a server's keeper can tell it and write to whoever runs it. */
final class UserAgent {
    /** As it stands in robots.txt. */
    static final String TOKEN = "tocsin";

    private static final String PRODUCT = "Tocsin/" + version();

    private UserAgent() {}

    static String of(FetchSettings settings) {
        return settings.contact() == null ? PRODUCT : PRODUCT + " (+" + settings.contact() + ")";
    }

    /** From the jar's manifest; classes outside a jar have none. */
    private static String version() {
        return Objects.requireNonNullElse(UserAgent.class.getPackage().getImplementationVersion(), "development");
    }
}
