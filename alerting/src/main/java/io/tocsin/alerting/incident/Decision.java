package io.tocsin.alerting.incident;

import io.tocsin.alerting.rule.Breach;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a breach means for the incidents there are: one incident per event. */
public sealed interface Decision {

    /** Nothing has been found that is not part of an incident already. */
    record Known() implements Decision {}

    /** Something new, but without what was answered before it is too little for the rule. */
    record TooLittleNew(List<String> posts) implements Decision {
        public TooLittleNew {
            posts = List.copyOf(posts);
        }
    }

    /** The event is going on: more evidence for its incident. */
    record Add(Incident incident) implements Decision {}

    /** The event was taken for over too soon. */
    record Reopen(Incident incident) implements Decision {}

    /**
     * Something new happened.
     *
     * @param first the post by which the event is known, whenever it is found
     */
    record Open(String first) implements Decision {}

    /**
     * Decides, and changes nothing.
     *
     * @param about every incident about the breach's watch that may hold posts of the breach
     * @param reopenWithin new evidence so soon after an incident was resolved belongs to it
     */
    static Decision on(Breach breach, Collection<Incident> about, Duration reopenWithin, Instant now) {
        List<String> fresh = fresh(breach, about);
        if (fresh.isEmpty()) {
            return new Known();
        }
        Optional<Incident> going = about.stream().filter(i -> !i.resolved()).findFirst();
        if (going.isPresent()) {
            return breach.at().isBefore(going.get().reason().at()) ? new TooLittleNew(fresh) : new Add(going.get());
        }
        if (fresh.size() < breach.least()) {
            return new TooLittleNew(fresh);
        }
        return about.stream()
                .filter(incident -> resolvedSince(now.minus(reopenWithin), incident))
                .max(Comparator.comparing(Incident::lastEvidence))
                .<Decision>map(Reopen::new)
                .orElseGet(() -> new Open(fresh.getFirst()));
    }

    private static List<String> fresh(Breach breach, Collection<Incident> about) {
        if (about.stream()
                .anyMatch(i -> i.resolved() && i.full() && !breach.at().isAfter(i.lastEvidence()))) {
            return List.of();
        }
        Set<String> known = new HashSet<>();
        about.forEach(incident -> known.addAll(incident.posts()));
        return breach.posts().stream().filter(post -> !known.contains(post)).toList();
    }

    private static boolean resolvedSince(Instant time, Incident incident) {
        return incident.resolvedAt() != null && !incident.resolvedAt().isBefore(time);
    }
}
