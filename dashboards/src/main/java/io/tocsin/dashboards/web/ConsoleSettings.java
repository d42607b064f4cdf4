package io.tocsin.dashboards.web;

import java.net.URI;

/**
 * Where the console listens, and how people reach it.
 *
 * @param address the network address to listen at; the default lets in nobody from outside this machine
 * @param port from 1 to 65535, or 0 for any that is free
 * @param url what people type into their browser: the start of every link, because a request's Host header can be forged
 */
public record ConsoleSettings(String address, int port, URI url) {

    public static final ConsoleSettings DEFAULT =
            new ConsoleSettings("127.0.0.1", 8080, URI.create("http://127.0.0.1:8080"));

    public ConsoleSettings {
        if (address.isBlank()) {
            throw new IllegalArgumentException("console.address must not be empty; 127.0.0.1 is this machine only");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("console.port goes from 0 to 65535, not " + port);
        }
        if (!WebLink.isOne(url.toString())) {
            throw new IllegalArgumentException("console.url must begin with http:// or https://, not " + url);
        }
    }

    /** Whether people reach the console by an encrypted connection, so that cookies can insist on one. */
    boolean encrypted() {
        return "https".equalsIgnoreCase(url.getScheme());
    }
}
