package io.tocsin.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alerting.channel.email.EmailSettings;
import io.tocsin.alerting.channel.email.SmtpSettings;
import io.tocsin.alerting.channel.webhook.WebhookSettings;
import io.tocsin.alerting.escalation.Policy;
import io.tocsin.alerting.rule.Rule;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertingSettingsTest {
    private static final EmailSettings MAIL =
            new EmailSettings("duty", List.of("mary@example.org", "joe@example.org"), Locale.ENGLISH, ZoneId.of("UTC"));
    private static final WebhookSettings HOOK =
            new WebhookSettings("hook", URI.create("https://example.org/x"), TestAlerts.SECRET, false);
    private static final SmtpSettings SMTP =
            new SmtpSettings("mail", 25, null, null, "tocsin@example.org", SmtpSettings.Security.TLS);
    private static final Rule SEVERE = new Rule.SeverePost("severe", 3);

    private static AlertingSettings settings(
            List<Rule> rules,
            Duration quietAfter,
            List<EmailSettings> emails,
            @Nullable SmtpSettings smtp,
            String... notified) {
        Policy policy = new Policy(List.of(new Policy.Step(Duration.ZERO, List.of(notified))));
        return new AlertingSettings(
                rules, Duration.ZERO, quietAfter, policy, emails, List.of(HOOK), smtp, URI.create("http://localhost"));
    }

    @Test
    void tellWhomEachChannelReaches() {
        AlertingSettings settings = settings(List.of(SEVERE), Duration.ofHours(1), List.of(MAIL), SMTP, "duty", "hook");
        assertThat(settings.recipients())
                .containsEntry("duty", List.of("mary@example.org", "joe@example.org"))
                .containsEntry("hook", List.of("example.org"))
                .hasSize(2);
    }

    @Test
    void refuseWhatCannotWork() {
        Duration hour = Duration.ofHours(1);
        assertThatThrownBy(() -> settings(List.of(SEVERE), hour, List.of(MAIL), SMTP, "boss"))
                .hasMessageContaining("'boss'");
        assertThatThrownBy(() -> settings(List.of(SEVERE, SEVERE), hour, List.of(MAIL), SMTP))
                .hasMessageContaining("'severe'");
        assertThatThrownBy(() -> settings(List.of(SEVERE), hour, List.of(MAIL, MAIL), SMTP))
                .hasMessageContaining("'duty'");
        assertThatThrownBy(() -> settings(List.of(SEVERE), hour, List.of(MAIL), null))
                .hasMessageContaining("smtp");
        assertThatThrownBy(() -> settings(List.of(SEVERE), Duration.ZERO, List.of(), null))
                .hasMessageContaining("quiet_after");
        assertThatThrownBy(() -> new SmtpSettings("m", 0, null, null, "t@example.org", SmtpSettings.Security.TLS))
                .hasMessageContaining("smtp.port");
        assertThatThrownBy(() -> new SmtpSettings("m", 25, "u", null, "t@example.org", SmtpSettings.Security.TLS))
                .hasMessageContaining("password");
        assertThatThrownBy(() -> new SmtpSettings("m", 25, null, null, "nobody", SmtpSettings.Security.TLS))
                .hasMessageContaining("smtp.from");
    }
}
