package io.tocsin.app.config;

import io.tocsin.alerting.channel.email.EmailSettings;
import io.tocsin.alerting.channel.email.SmtpSettings;
import io.tocsin.alerting.channel.email.SmtpSettings.Security;
import io.tocsin.alerting.channel.webhook.WebhookSettings;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the sections {@code channels} and {@code smtp}. */
final class ChannelsReader {
    private final List<String> names = new ArrayList<>();
    private final List<EmailSettings> emails = new ArrayList<>();
    private final List<WebhookSettings> webhooks = new ArrayList<>();
    private final Optional<SmtpSettings> smtp;
    private final boolean canMail;

    private ChannelsReader(Section root) {
        canMail = root.has("smtp");
        smtp = canMail ? smtp(root.section("smtp")) : Optional.empty();
        root.namedSections("channels").forEach(this::add);
    }

    static ChannelsReader read(Section root) {
        return new ChannelsReader(root);
    }

    /** The names of all channels, of broken ones too: they are known, if not usable. */
    List<String> names() {
        return names;
    }

    List<EmailSettings> emails() {
        return emails;
    }

    List<WebhookSettings> webhooks() {
        return webhooks;
    }

    Optional<SmtpSettings> smtp() {
        return smtp;
    }

    private void add(Section section) {
        String name = section.required("name", Types.NAME);
        names.add(name);
        section.kind(List.of("email", "webhook")).ifPresent(kind -> {
            switch (kind) {
                case "email" -> email(section, name).ifPresent(emails::add);
                default -> webhook(section, name).ifPresent(webhooks::add);
            }
        });
    }

    private Optional<EmailSettings> email(Section section, String name) {
        List<String> to = section.requiredList("to", Types.EMAIL);
        Locale language = section.optional("language", Types.LANGUAGE).orElse(Locale.ENGLISH);
        ZoneId zone = section.optional("zone", Types.ZONE).orElse(ZoneOffset.UTC);
        if (!canMail) {
            section.report("kind", "needs a mail server; add the section \"smtp\" with its host");
        }
        return section.build(() -> new EmailSettings(name, to, language, zone));
    }

    private static Optional<WebhookSettings> webhook(Section section, String name) {
        URI url = section.required("url", Types.URL);
        String secret = section.required("secret", Types.SIGNING_SECRET);
        boolean internal = section.optional("internal", Types.TRUE_OR_FALSE).orElse(false);
        return section.build(() -> new WebhookSettings(name, url, secret, internal));
    }

    private static Optional<SmtpSettings> smtp(Section section) {
        String host = section.required("host", Types.TEXT.like("mail.example.org"));
        Security security = section.optional("security", Types.SECURITY).orElse(Security.STARTTLS);
        int port = section.optional("port", Amounts.PORT).orElseGet(() -> usualPort(security));
        Credentials credentials = Credentials.read(section);
        String from = section.required("from", Types.EMAIL.like("tocsin@example.org"));
        return section.build(
                () -> new SmtpSettings(host, port, credentials.username(), credentials.password(), from, security));
    }

    private static int usualPort(Security security) {
        return switch (security) {
            case STARTTLS -> 587;
            case TLS -> 465;
            case NONE -> 25;
        };
    }
}
