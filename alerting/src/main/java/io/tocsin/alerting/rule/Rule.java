package io.tocsin.alerting.rule;

import java.time.Duration;

/** When to ring. */
public sealed interface Rule {

    /** Unique; shown in the incident. */
    String name();

    /**
     * More complaints about a watch than usual.
     *
     * @param window the complaints written within it are counted
     * @param minimum fewer complaints than this are never a surge, however unusual: too little evidence
     * @param chance the count is a surge if it is less likely than this by what is usual, from 0 to 1
     */
    record Surge(String name, Duration window, int minimum, double chance) implements Rule {
        public Surge {
            if (!window.isPositive()) {
                throw new IllegalArgumentException("rule " + name + " needs a window longer than " + window);
            }
            if (minimum < 2) {
                throw new IllegalArgumentException("rule " + name + " needs a minimum of 2 posts or more");
            }
            if (chance <= 0 || chance >= 1) {
                throw new IllegalArgumentException("rule " + name + " needs a chance between 0 and 1");
            }
        }
    }

    /**
     * A single complaint that does harm enough.
     *
     * @param severity the least level that rings, 1 to 3
     */
    record SeverePost(String name, int severity) implements Rule {
        public SeverePost {
            if (severity < 1 || severity > 3) {
                throw new IllegalArgumentException("rule " + name + " needs a severity of 1, 2 or 3");
            }
        }
    }
}
