package io.tocsin.dashboards.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Tells addresses that a browser may be sent to from those that run code or read files. */
final class WebLink {
    private WebLink() {}

    /** Whether the address is a complete http or https address. */
    static boolean isOne(@Nullable String address) {
        if (address == null) {
            return false;
        }
        try {
            URI uri = new URI(address);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
