package io.tocsin.alerting.channel.email;

import io.tocsin.alerting.notify.Alert;
import io.tocsin.alerting.notify.Links;
import io.tocsin.alerting.notify.Notifier;
import io.tocsin.alerting.notify.Outcome;

/** Sends alerts by e-mail, one message to one address. */
public final class EmailNotifier implements Notifier {
    private final String channel;
    private final LetterWriter writer;
    private final SmtpServer server;

    public EmailNotifier(EmailSettings settings, SmtpSettings smtp, Links links) {
        this.channel = settings.name();
        this.writer = new LetterWriter(settings, links);
        this.server = new SmtpServer(smtp);
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public Outcome send(Alert alert) {
        return server.send(writer.write(alert));
    }
}
