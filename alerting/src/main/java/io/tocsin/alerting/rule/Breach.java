package io.tocsin.alerting.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a rule found: the reason of an incident, as numbers and post ids, to be worded in any language. */
public sealed interface Breach {

    String rule();

    String watch();

    /** When the last of its posts was written: the end of the window. */
    Instant at();

    /** The worst severity among the posts, 0 to 3. */
    int severity();

    /** The ids of the posts that are the evidence, oldest first; never empty. */
    List<String> posts();

    /**
     * How many posts it takes to make such a breach: what is left of it without posts that were answered before is one
     * only if there are that many.
     */
    int least();

    /**
     * More complaints than usual.
     *
     * @param count how many people complained in the window that ends at {@code at}
     * @param minimum how many the rule asks for at least
     * @param expected how many are usual in such a window
     * @param chance how likely that many or more are by what is usual
     */
    record Surge(
            String rule,
            String watch,
            Instant at,
            int severity,
            List<String> posts,
            Duration window,
            int count,
            int minimum,
            double expected,
            double chance)
            implements Breach {
        public Surge {
            posts = List.copyOf(posts);
        }

        @Override
        public int least() {
            return minimum;
        }
    }

    /**
     * One post that does harm enough.
     *
     * @param signs the words that made it severe
     */
    record SeverePost(String rule, String watch, Instant at, int severity, List<String> posts, List<String> signs)
            implements Breach {
        public SeverePost {
            posts = List.copyOf(posts);
            signs = List.copyOf(signs);
        }

        @Override
        public int least() {
            return 1;
        }
    }
}
