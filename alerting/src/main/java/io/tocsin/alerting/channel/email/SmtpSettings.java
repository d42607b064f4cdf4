package io.tocsin.alerting.channel.email;

import org.jspecify.annotations.Nullable;

/**
 * The mail server that takes the messages.
 *
 * @param port from 1 to 65535
 * @param username {@code null} for a server that asks for none; then there is no password either
 * @param from the sender's address
 */
public record SmtpSettings(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        String from,
        Security security) {

    public SmtpSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("smtp.port goes from 1 to 65535, not " + port);
        }
        Addresses.check("smtp.from", from);
        if (username == null != (password == null)) {
            throw new IllegalArgumentException("smtp needs both username and password, or neither");
        }
    }

    /** How the connection is protected. */
    public enum Security {
        /** Begins in the clear and must change to TLS; a server that cannot is not used. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** In the clear: for a server on the same machine. */
        NONE
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + ", " + security + "]";
    }
}
