package io.tocsin.app.check;

import io.tocsin.alerting.channel.email.SmtpServer;
import io.tocsin.alerting.channel.email.SmtpSettings;

/** Greets the mail server and logs in, and sends nothing. */
final class MailCheck {

    private MailCheck() {}

    static Finding connect(SmtpSettings settings) {
        return new SmtpServer(settings)
                .trouble()
                .map(trouble -> Finding.fails("smtp", trouble + "; correct the section smtp, or start the server"))
                .orElseGet(() -> Finding.works("smtp", settings.host() + " takes mail over"));
    }
}
