package io.tocsin.collector.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.tocsin.collector.fetch.RobotsVerdict.Later;
import io.tocsin.collector.fetch.RobotsVerdict.Rules;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;

/** What the robots.txt of each site allows (RFC 9309). */
final class RobotsRules {
    /** What a parser must read at least, and this one reads at most. */
    static final int SIZE_LIMIT = 500 * 1024;

    private static final Duration RULES_AGE = Duration.ofHours(24);
    private static final Duration FAILURE_AGE = Duration.ofMinutes(10);
    private static final SimpleRobotRules ALLOW_ALL = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);

    /** Redirects could lead to ever new sites; those not met for long are forgotten. */
    private static final int MOST_SITES = 1000;

    private final Map<HttpUrl, Site> sites = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<HttpUrl, Site> eldest) {
            return size() > MOST_SITES;
        }
    });
    private final File file;
    private final InstantSource clock;

    RobotsRules(File file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Asks for leave to get a page.
     *
     * @return the pause between two requests that the site asks for
     * @throws SourceException if the page is forbidden, or robots.txt could not be read now
     */
    Duration check(HttpUrl url, boolean internal) throws SourceException {
        HttpUrl robots = url.resolve("/robots.txt");
        HttpUrl address = Wire.withoutUser(robots == null ? url : robots);
        RobotsVerdict verdict = sites.computeIfAbsent(address, Site::new).verdict(url, internal);
        return verdict.check(url, clock.instant());
    }

    private RobotsVerdict ask(HttpUrl address, HttpUrl page, boolean internal) throws SourceException {
        Instant now = clock.instant();
        try {
            return verdict(address, file.get(address, page, internal), now);
        } catch (SourceException e) {
            return switch (e.problem().kind()) {
                case FORBIDDEN_ADDRESS -> throw e;
                case NETWORK -> new Later(e.problem().message(), now.plus(FAILURE_AGE));
                default -> new Rules(ALLOW_ALL, now.plus(RULES_AGE));
            };
        }
    }

    private static RobotsVerdict verdict(HttpUrl address, Answer answer, Instant now) {
        if (answer.isSuccess()) {
            return new Rules(parse(address, answer), now.plus(RULES_AGE));
        }
        if (answer.status() == 429 || answer.status() >= 500) {
            Duration wait = RetryAfter.in(answer.headers(), now).orElse(FAILURE_AGE);
            return new Later(Failures.shown(address) + " answered " + answer.status() + ".", now.plus(wait));
        }
        return new Rules(ALLOW_ALL, now.plus(RULES_AGE));
    }

    private static SimpleRobotRules parse(HttpUrl address, Answer answer) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        return parser.parseContent(address.toString(), answer.body(), "text/plain", List.of(UserAgent.TOKEN));
    }

    /** How robots.txt is got, redirects followed. */
    interface File {
        /**
         * Gets it.
         *
         * @param page for whose sake; its user name and password may be needed
         */
        Answer get(HttpUrl address, HttpUrl page, boolean internal) throws SourceException;
    }

    /** Keeps one site's verdict; whoever comes while it is asked for waits for it. */
    private final class Site {
        private final ReentrantLock lock = new ReentrantLock();
        private final HttpUrl address;
        private RobotsVerdict verdict = new Later("", Instant.MIN);

        private Site(HttpUrl address) {
            this.address = address;
        }

        private RobotsVerdict verdict(HttpUrl page, boolean internal) throws SourceException {
            lock.lock();
            try {
                if (!clock.instant().isBefore(verdict.until())) {
                    verdict = ask(address, page, internal);
                }
                return verdict;
            } finally {
                lock.unlock();
            }
        }
    }
}
