package io.tocsin.alerting.rule;

import io.tocsin.alerting.rule.Verdict.Copy;
import io.tocsin.alerting.rule.Verdict.Mild;
import io.tocsin.alerting.rule.Verdict.Rings;
import io.tocsin.alerting.rule.Verdict.TooFew;
import io.tocsin.alerting.rule.Verdict.Usual;
import io.tocsin.alerting.spread.Baseline;
import io.tocsin.alerting.spread.ComplaintHistory;
import io.tocsin.alerting.spread.Heard;
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
 * is taken for another person's. All who say again what somebody else said are no independent complaints: together they
 * count as one. But that many people pass a complaint on is spread, and rings as such if they are unusually many.
 */
public final class RuleEvaluator {

    private RuleEvaluator() {}

    /** What the rule says of the moment at which this complaint about the watch was written. */
    public static Verdict judge(Rule rule, String watch, ComplaintHistory history, Mention complaint) {
        return switch (rule) {
            case Rule.Surge surge -> surge(surge, watch, history, complaint.writtenAt());
            case Rule.SeverePost severe -> severe(severe, watch, history, complaint);
        };
    }

    /** Independent complaints first; where these are not many, everybody with those who pass complaints on by hand. */
    private static Verdict surge(Rule.Surge rule, String watch, ComplaintHistory history, Instant end) {
        Verdict verdict = count(rule, Heard.INDEPENDENT, watch, history, end);
        return verdict instanceof Rings || !hasCopies(rule, watch, history, end)
                ? verdict
                : count(rule, Heard.EVERYBODY, watch, history, end);
    }

    private static boolean hasCopies(Rule.Surge rule, String watch, ComplaintHistory history, Instant end) {
        return history.between(watch, end.minus(rule.window()), end).stream().anyMatch(Mention::isCopy);
    }

    private static Verdict count(Rule.Surge rule, Heard heard, String watch, ComplaintHistory history, Instant end) {
        int people = history.voices(heard, watch, end.minus(rule.window()), end);
        if (people < rule.minimum()) {
            return new TooFew(people, rule.minimum());
        }
        Baseline usual = history.baseline(heard, watch, rule.window(), end, people);
        double chance = usual.chance(people);
        if (chance >= rule.chance()) {
            return new Usual(people, usual.expected(), chance);
        }
        Tally tally = new Tally(rule, watch, end, people, usual.expected(), chance);
        return new Rings(
                switch (heard) {
                    case INDEPENDENT -> independent(tally, history);
                    case EVERYBODY -> copied(tally, history);
                });
    }

    private record Tally(Rule.Surge rule, String watch, Instant end, int people, double expected, double chance) {

        Instant start() {
            return end.minus(rule.window());
        }
    }

    private static Breach independent(Tally tally, ComplaintHistory history) {
        List<Mention> complaints = history.independent(tally.watch(), tally.start(), tally.end());
        return new Breach.Surge(
                tally.rule().name(),
                tally.watch(),
                tally.end(),
                worst(complaints),
                ids(complaints),
                tally.rule().window(),
                tally.people(),
                tally.rule().minimum(),
                tally.expected(),
                tally.chance());
    }

    private static Breach copied(Tally tally, ComplaintHistory history) {
        List<Mention> complaints = history.between(tally.watch(), tally.start(), tally.end());
        int independent = history.voices(Heard.INDEPENDENT, tally.watch(), tally.start(), tally.end());
        return new Breach.Copied(
                tally.rule().name(),
                tally.watch(),
                tally.end(),
                worst(complaints),
                ids(complaints),
                tally.rule().window(),
                tally.people(),
                tally.people() - independent,
                platforms(complaints),
                tally.rule().minimum(),
                tally.expected(),
                tally.chance());
    }

    private static int platforms(List<Mention> complaints) {
        return Math.toIntExact(
                complaints.stream().map(Mention::platform).distinct().count());
    }

    private static int worst(List<Mention> complaints) {
        return complaints.stream().mapToInt(Mention::severity).max().orElse(0);
    }

    private static List<String> ids(List<Mention> complaints) {
        return complaints.stream().map(Mention::post).toList();
    }

    /** Who copies words is told by the number of those who do, and not as if the harm was done once more. */
    private static Verdict severe(Rule.SeverePost rule, String watch, ComplaintHistory history, Mention complaint) {
        if (complaint.severity() < rule.severity()) {
            return new Mild(complaint.severity());
        }
        String original = complaint.copyOf();
        if (original != null && history.knows(watch, original)) {
            return new Copy(original);
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
