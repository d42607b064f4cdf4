package io.tocsin.alerting.rule;

import io.tocsin.alerting.rule.Verdict.Mild;
import io.tocsin.alerting.rule.Verdict.Rings;
import io.tocsin.alerting.rule.Verdict.TooFew;
import io.tocsin.alerting.rule.Verdict.Usual;
import io.tocsin.alerting.spread.Baseline;
import io.tocsin.alerting.spread.ComplaintHistory;
import io.tocsin.alerting.spread.Mention;
import java.time.Instant;
import java.util.List;

/**
 * Judges one complaint by one rule.
 *
 * <p>The moment judged is when the complaint was written, not when it was found: a source that was down for an hour
 * delivers a surge that is over, and it rings all the same; a year-old thread that is found today is no surge of today.
 *
 * <p>A surge counts people, not posts: somebody who complains ten times is one. Where the author is not known every post
 * is taken for another person's.
 */
public final class RuleEvaluator {

    private RuleEvaluator() {}

    /** What the rule says of the moment at which this complaint about the watch was written. */
    public static Verdict judge(Rule rule, String watch, ComplaintHistory history, Mention complaint) {
        return switch (rule) {
            case Rule.Surge surge -> surge(surge, watch, history, complaint.writtenAt());
            case Rule.SeverePost severe -> severe(severe, watch, complaint);
        };
    }

    private static Verdict surge(Rule.Surge rule, String watch, ComplaintHistory history, Instant end) {
        Instant start = end.minus(rule.window());
        int people = history.voices(watch, start, end);
        if (people < rule.minimum()) {
            return new TooFew(people, rule.minimum());
        }
        Baseline usual = history.baseline(watch, rule.window(), end, people);
        double chance = usual.chance(people);
        if (chance >= rule.chance()) {
            return new Usual(people, usual.expected(), chance);
        }
        List<Mention> complaints = history.between(watch, start, end);
        return new Rings(new Breach.Surge(
                rule.name(),
                watch,
                end,
                complaints.stream().mapToInt(Mention::severity).max().orElse(0),
                complaints.stream().map(Mention::post).toList(),
                rule.window(),
                people,
                rule.minimum(),
                usual.expected(),
                chance));
    }

    private static Verdict severe(Rule.SeverePost rule, String watch, Mention complaint) {
        if (complaint.severity() < rule.severity()) {
            return new Mild(complaint.severity());
        }
        return new Rings(new Breach.SeverePost(
                rule.name(),
                watch,
                complaint.writtenAt(),
                complaint.severity(),
                List.of(complaint.post()),
                complaint.signs()));
    }
}
