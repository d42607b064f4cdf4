package io.tocsin.alerting;

import io.tocsin.alerting.channel.email.EmailSettings;
import io.tocsin.alerting.channel.email.SmtpSettings;
import io.tocsin.alerting.channel.webhook.WebhookSettings;
import io.tocsin.alerting.escalation.Policy;
import io.tocsin.alerting.rule.Rule;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When to ring, and whom.
 *
 * @param reopenWithin new evidence so soon after an incident was resolved reopens it; later it opens a new one
 * @param quietAfter an incident without new evidence for so long is resolved by itself
 * @param smtp needed if there are e-mail channels
 * @param console where people open the console, for the links in messages
 */
public record AlertingSettings(
        List<Rule> rules,
        Duration reopenWithin,
        Duration quietAfter,
        Policy escalation,
        List<EmailSettings> emails,
        List<WebhookSettings> webhooks,
        @Nullable SmtpSettings smtp,
        URI console) {

    public AlertingSettings {
        rules = List.copyOf(rules);
        emails = List.copyOf(emails);
        webhooks = List.copyOf(webhooks);
        unique("rules", rules.stream().map(Rule::name));
        Set<String> channels = unique(
                "channels",
                Stream.concat(
                        emails.stream().map(EmailSettings::name),
                        webhooks.stream().map(WebhookSettings::name)));
        escalation.steps().stream()
                .flatMap(step -> step.channels().stream())
                .filter(channel -> !channels.contains(channel))
                .findFirst()
                .ifPresent(channel -> {
                    throw new IllegalArgumentException("the escalation notifies '" + channel
                            + "', which is not among the channels: " + String.join(", ", channels));
                });
        if (!emails.isEmpty() && smtp == null) {
            throw new IllegalArgumentException("e-mail channels need the mail server's settings in 'smtp'");
        }
        if (reopenWithin.isNegative() || !quietAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "incidents need a reopen_within of 0 or longer and a quiet_after longer than 0");
        }
    }

    /** Whom each channel reaches. */
    public Map<String, List<String>> recipients() {
        Map<String, List<String>> recipients = new HashMap<>();
        emails.forEach(email -> recipients.put(email.name(), email.to()));
        webhooks.forEach(hook -> recipients.put(hook.name(), List.of(hook.url().getHost())));
        return recipients;
    }

    private static Set<String> unique(String what, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.forEach(name -> {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("two of the " + what + " have the name '" + name + "'");
            }
        });
        return seen;
    }
}
