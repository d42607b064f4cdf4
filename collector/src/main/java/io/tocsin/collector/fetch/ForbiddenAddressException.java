package io.tocsin.collector.fetch;

import java.net.UnknownHostException;

/** The host lies on an address that is not public, and nobody said that it may. */
public final class ForbiddenAddressException extends UnknownHostException {
    private final String host;

    ForbiddenAddressException(String host) {
        super(host + " is on a private, local or reserved address");
        this.host = host;
    }

    /** The host as the address named it. */
    public String host() {
        return host;
    }
}
