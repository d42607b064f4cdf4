package io.tocsin.alerting;

import io.tocsin.alerting.rule.Breach;
import io.tocsin.alerting.rule.Rule;
import io.tocsin.alerting.rule.RuleEvaluator;
import io.tocsin.alerting.rule.Verdict;
import io.tocsin.alerting.spread.ComplaintHistory;
import io.tocsin.alerting.spread.Mention;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Applies all rules to the complaints that something changed for.
 *
 * <p>A complaint is news for a day: one that is found later than that after it was written rings no bell.
 */
final class BreachFinder {
    private static final Duration NEWS = Duration.ofDays(1);
    /** Clocks of machines that deliver posts may run ahead by so much; what is dated later is not believed. */
    private static final Duration CLOCK_ERROR = Duration.ofHours(1);

    private final List<Rule> rules;
    private final ComplaintHistory history;
    private final Duration longestWindow;

    BreachFinder(List<Rule> rules) {
        this.rules = rules;
        List<Duration> windows = rules.stream()
                .filter(Rule.Surge.class::isInstance)
                .map(rule -> ((Rule.Surge) rule).window())
                .toList();
        this.history = new ComplaintHistory(windows);
        this.longestWindow = windows.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** How old a post of a breach can be. */
    Duration reach() {
        return NEWS.plus(longestWindow);
    }

    void learn(AnalyzedPost post, Instant now) {
        if (!post.post().writtenAt().isAfter(now.plus(CLOCK_ERROR))) {
            history.add(post);
        }
    }

    /** The breaches, by watch, in which these posts have a part; they were learned before. */
    Map<String, List<Breach>> touchedBy(Collection<AnalyzedPost> posts, Instant now) {
        SortedMap<String, SortedSet<Mention>> touched = new TreeMap<>();
        for (AnalyzedPost post : posts) {
            Instant written = post.post().writtenAt();
            for (String watch : post.analysis().watches()) {
                if (post.complainsAbout(watch) && written.isAfter(now.minus(NEWS))) {
                    touched.computeIfAbsent(watch, name -> new TreeSet<>(Mention.OLDEST_FIRST))
                            .addAll(windowsWith(watch, written));
                }
            }
        }
        return breaches(touched);
    }

    /** The complaints whose windows contain that moment. */
    private List<Mention> windowsWith(String watch, Instant written) {
        return history.between(watch, written.minusNanos(1), written.plus(longestWindow));
    }

    /** All breaches of the last day, by watch. */
    Map<String, List<Breach>> fresh(Instant now) {
        SortedMap<String, List<Mention>> all = new TreeMap<>();
        history.watches()
                .forEach(watch -> all.put(watch, history.between(watch, now.minus(NEWS), now.plus(CLOCK_ERROR))));
        return breaches(all);
    }

    private Map<String, List<Breach>> breaches(SortedMap<String, ? extends Collection<Mention>> complaints) {
        Map<String, List<Breach>> found = new LinkedHashMap<>();
        complaints.forEach((watch, mentions) -> {
            List<Breach> breaches = mentions.stream()
                    .flatMap(mention -> rules.stream().map(rule -> RuleEvaluator.judge(rule, watch, history, mention)))
                    .filter(Verdict.Rings.class::isInstance)
                    .map(verdict -> ((Verdict.Rings) verdict).breach())
                    .toList();
            if (!breaches.isEmpty()) {
                found.put(watch, breaches);
            }
        });
        return found;
    }
}
