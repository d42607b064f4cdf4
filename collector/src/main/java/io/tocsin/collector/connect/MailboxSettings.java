package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;

/**
 * A folder of a mailbox, read by IMAP.
 *
 * @param port 1 to 65535
 * @param folder its name on the server, like {@code INBOX}
 */
public record MailboxSettings(
        Polling polling, String host, int port, Security security, String username, String password, String folder)
        implements SourceSettings {
    public static final String FOLDER = "INBOX";

    /** How the connection is kept secret. */
    public enum Security {
        /** From the first byte. */
        TLS(993),
        /** It begins in the clear and must change. */
        STARTTLS(143),
        /** Not at all: for a server on the same machine. */
        NONE(143);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** The usual one. */
        public int port() {
            return port;
        }
    }

    @Override
    public Source source() {
        return polling.source("mailbox", "imap://" + host + ":" + port + "/" + folder);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "MailboxSettings[" + polling.name() + ", " + source().address() + "]";
    }
}
