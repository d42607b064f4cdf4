package io.tocsin.collector.connect.mailbox;

import io.tocsin.collector.connect.MailboxSettings;
import io.tocsin.collector.fetch.GuardedSockets;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Duration;
import java.util.Properties;

/** The server that keeps the mailbox. */
final class MailServer {
    /** What of a mail is fetched at once, in bytes. */
    private static final String CHUNK = "262144";

    private final MailboxSettings settings;
    private final String protocol;
    private final Session session;

    MailServer(MailboxSettings settings, Duration timeout) {
        this.settings = settings;
        this.protocol = settings.security() == MailboxSettings.Security.TLS ? "imaps" : "imap";
        this.session = Session.getInstance(properties(timeout));
    }

    /** Connects and logs in. */
    Store connect() throws MessagingException {
        Store store = session.getStore(protocol);
        store.connect(settings.host(), settings.port(), settings.username(), settings.password());
        return store;
    }

    private Properties properties(Duration timeout) {
        String mail = "mail." + protocol + ".";
        String patience = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        properties.put(mail + "connectiontimeout", patience);
        properties.put(mail + "timeout", patience);
        properties.put(mail + "writetimeout", patience);
        properties.put(mail + "ssl.checkserveridentity", "true");
        properties.put(mail + "peek", "true");
        properties.put(mail + "fetchsize", CHUNK);
        if (settings.security() == MailboxSettings.Security.STARTTLS) {
            properties.put(mail + "starttls.enable", "true");
            properties.put(mail + "starttls.required", "true");
        }
        if (!settings.polling().internal()) {
            properties.put(mail + "socketFactory", new GuardedSockets());
            // Or an unguarded socket would be tried next.
            properties.put(mail + "socketFactory.fallback", "false");
        }
        return properties;
    }
}
