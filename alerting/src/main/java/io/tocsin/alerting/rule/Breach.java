package io.tocsin.alerting.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a rule found: the reason of an incident, as numbers and post ids, to be worded in any language. */
public sealed interface Breach {

    String rule();

    String watch();

    /** When it was found. */
    Instant at();

    /** The worst severity among the posts, 0 to 3. */
    int severity();

    /** The ids of the posts that are the evidence, oldest first; never empty. */
    List<String> posts();

    /**
     * More complaints than usual.
     *
     * @param count complaints in the window that ends at {@code at}
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
            double expected,
            double chance)
            implements Breach {
        public Surge {
            posts = List.copyOf(posts);
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
    }
}
