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
     * More independent complaints than usual.
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
     * Complaints that are passed on by hand: more people than usual who complain or say again what others complained of,
     * though too few of them independently to be a surge.
     *
     * @param posts with the copies
     * @param count how many people complained in the window that ends at {@code at}, or said a complaint again
     * @param copying how many of them only said again what others had said
     * @param platforms on how many platforms all of them did
     * @param minimum how many people the rule asks for at least
     * @param expected how many are usual in such a window
     * @param chance how likely that many or more are by what is usual
     */
    record Copied(
            String rule,
            String watch,
            Instant at,
            int severity,
            List<String> posts,
            Duration window,
            int count,
            int copying,
            int platforms,
            int minimum,
            double expected,
            double chance)
            implements Breach {
        public Copied {
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
