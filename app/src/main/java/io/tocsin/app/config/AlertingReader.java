package io.tocsin.app.config;

import io.tocsin.alerting.AlertingSettings;
import io.tocsin.alerting.escalation.Policy;
import io.tocsin.alerting.rule.Rule;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the sections {@code rules}, {@code incidents} and {@code escalation}, and {@link ChannelsReader the channels}. */
final class AlertingReader {
    private static final Duration WINDOW = Duration.ofMinutes(30);
    private static final int MINIMUM = 5;
    private static final double CHANCE = 0.0001;
    private static final int SEVERITY = 3;
    private static final Duration REOPEN_WITHIN = Duration.ofHours(2);
    private static final Duration QUIET_AFTER = Duration.ofHours(24);

    private AlertingReader() {}

    /** @param console what the links in messages begin with */
    static Optional<AlertingSettings> read(Section root, URI console) {
        ChannelsReader channels = ChannelsReader.read(root);
        List<Rule> rules = rules(root);
        Section incidents = root.section("incidents");
        Duration reopenWithin =
                incidents.optional("reopen_within", Amounts.DURATION).orElse(REOPEN_WITHIN);
        Duration quietAfter =
                incidents.optional("quiet_after", Amounts.INTERVAL).orElse(QUIET_AFTER);
        Policy escalation = new Policy(root.sections("escalation").stream()
                .flatMap(step -> step(step, channels.names()).stream())
                .toList());
        incidents.end();
        return root.ifSound(() -> new AlertingSettings(
                rules,
                reopenWithin,
                quietAfter,
                escalation,
                channels.emails(),
                channels.webhooks(),
                channels.smtp().orElse(null),
                console));
    }

    private static List<Rule> rules(Section root) {
        if (!root.mentions("rules")) {
            return List.of(
                    new Rule.Surge("surge", WINDOW, MINIMUM, CHANCE), new Rule.SeverePost("severe-post", SEVERITY));
        }
        return root.namedSections("rules").stream()
                .flatMap(rule -> rule(rule).stream())
                .toList();
    }

    private static Optional<Rule> rule(Section section) {
        String name = section.required("name", Types.NAME);
        return section.kind(List.of("surge", "severe-post")).flatMap(kind -> switch (kind) {
            case "surge" -> surge(section, name);
            default -> severePost(section, name);
        });
    }

    private static Optional<Rule> surge(Section section, String name) {
        Duration window = section.optional("window", Amounts.INTERVAL).orElse(WINDOW);
        int minimum =
                section.optional("minimum", Amounts.wholeNumber(2, 1_000_000)).orElse(MINIMUM);
        double chance = section.optional("chance", Amounts.CHANCE).orElse(CHANCE);
        return section.build(() -> new Rule.Surge(name, window, minimum, chance));
    }

    private static Optional<Rule> severePost(Section section, String name) {
        int severity = section.optional("severity", Amounts.wholeNumber(1, 3)).orElse(SEVERITY);
        return section.build(() -> new Rule.SeverePost(name, severity));
    }

    private static Optional<Policy.Step> step(Section section, List<String> channels) {
        Duration after = section.required("after", Amounts.DURATION);
        List<String> notify = section.requiredList("notify", Types.nameOf("channel", channels));
        return section.build(() -> new Policy.Step(after, notify));
    }
}
