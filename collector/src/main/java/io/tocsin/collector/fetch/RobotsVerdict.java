package io.tocsin.collector.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import okhttp3.HttpUrl;

/** What one site's robots.txt says, or why it says nothing. */
sealed interface RobotsVerdict {

    /** When to ask again. */
    Instant until();

    /**
     * Gives leave.
     *
     * @return the pause between two requests that the site asks for
     * @throws SourceException if the page must not be got
     */
    Duration check(HttpUrl url, Instant now) throws SourceException;

    /** It was read, or there is none. */
    record Rules(SimpleRobotRules rules, Instant until) implements RobotsVerdict {
        private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

        @Override
        public Duration check(HttpUrl url, Instant now) throws SourceException {
            if (!rules.isAllowed(Wire.withoutUser(url).toString())) {
                throw new SourceException(
                        Problem.Kind.ROBOTS,
                        "robots.txt of " + url.host() + " does not allow Tocsin to read "
                                + PublicUrl.of(url.toString())
                                + ". Ask its keeper to allow the user agent '" + UserAgent.TOKEN
                                + "', or remove the source.");
            }
            return pause();
        }

        private Duration pause() {
            long asked = rules.getCrawlDelay();
            if (asked == BaseRobotRules.UNSET_CRAWL_DELAY) {
                return Duration.ZERO;
            }
            return Duration.ofMillis(Math.clamp(asked, 0, LONGEST_PAUSE.toMillis()));
        }
    }

    /** It could not be read, so nothing else may be. */
    record Later(String reason, Instant until) implements RobotsVerdict {

        @Override
        public Duration check(HttpUrl url, Instant now) throws SourceException {
            throw new SourceException(
                    Problem.Kind.ROBOTS,
                    "Nothing may be read from " + url.host() + " now, because its robots.txt cannot be: " + reason
                            + " It is asked again after " + until.truncatedTo(ChronoUnit.SECONDS) + ".",
                    Duration.between(now, until),
                    null);
        }
    }
}
