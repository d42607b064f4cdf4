package io.tocsin.collector.connect.x;

import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.XSettings;
import io.tocsin.collector.connect.stream.Intake;
import io.tocsin.collector.connect.stream.Streaming.Stream;
import io.tocsin.collector.connect.x.Budget.Allowance;
import io.tocsin.collector.fetch.EndlessAnswer;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the filtered stream, and what has arrived by it. Every post that comes must be paid for, and so must
 * its author: so many reads are set aside at a time, and when no more are to be had, it hangs up. What may have been on
 * its way then stays paid, for X counts it.
 */
final class TweetStream implements Stream<Post> {
    /** X sends a sign of life every 20 seconds. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(TweetStream.class);
    private static final int MOST_WAITING = 20_000;
    /** A post and its author. */
    private static final int MOST_PER_POST = 2;

    /** Kept back while the stream is open: sent and counted by X, perhaps, but not yet here. */
    private static final int ON_THE_WAY = XSettings.READS_ON_THE_WAY;

    private static final int BLOCK = 2 * ON_THE_WAY;

    private final EndlessAnswer answer;
    private final StreamRules rules;
    private final Budget budget;
    private final InstantSource clock;
    private final Intake<Post> arrived = new Intake<>(MOST_WAITING);
    private final Thread reader = Thread.ofVirtual().unstarted(this::read);
    private Allowance allowance;
    private int used;
    private boolean endedByX;

    private TweetStream(
            EndlessAnswer answer, StreamRules rules, Budget budget, Allowance allowance, InstantSource clock) {
        this.answer = answer;
        this.rules = rules;
        this.budget = budget;
        this.allowance = allowance;
        this.clock = clock;
    }

    /**
     * Connects.
     *
     * @throws SourceException if X does not let us, or nothing is left of the budget
     */
    static TweetStream open(Search search, StreamRules rules, Budget budget, Duration silence) throws SourceException {
        InstantSource clock = search.api().fetcher().clock();
        Allowance allowance = budget.take(BLOCK, 1, clock.instant());
        try {
            if (allowance.reads() < ON_THE_WAY + MOST_PER_POST) {
                throw tooLittleLeft();
            }
            rules.put();
            TweetStream stream = new TweetStream(search.stream(silence), rules, budget, allowance, clock);
            stream.reader.start();
            return stream;
        } catch (SourceException e) {
            allowance.settle(0);
            throw e;
        }
    }

    @Override
    public List<Post> take(int most) {
        return arrived.take(most);
    }

    @Override
    public @Nullable SourceException ended() {
        return arrived.ended();
    }

    private void read() {
        try (answer) {
            for (String line = answer.nextLine(); line != null; line = answer.nextLine()) {
                if (!line.isBlank() && !goesOnAfter(line)) {
                    return;
                }
            }
            endedByX = true;
            arrived.end(ending("was ended by X"));
        } catch (SourceException e) {
            arrived.end(e);
        } finally {
            allowance.settle(endedByX ? used : used + ON_THE_WAY);
        }
    }

    private boolean goesOnAfter(String line) throws SourceException {
        Optional<Post> post = post(Json.of(line, "the stream of X"));
        if (post.isPresent() && !arrived.put(post.get())) {
            arrived.end(ending("was given up, because too much was waiting"));
            return false;
        }
        if (isEnough() || renew()) {
            return true;
        }
        arrived.end(tooLittleLeft());
        return false;
    }

    /** What cannot be read is paid for all the same. */
    private Optional<Post> post(Json message) throws SourceException {
        Json data = message.find("data").orElse(null);
        if (data == null) {
            throw ending("was ended by X" + reason(message));
        }
        pay(MOST_PER_POST);
        try {
            Map<String, Json> users = SearchPage.users(message);
            pay(users.size() + 1 - MOST_PER_POST);
            return rules.matched(message) ? Tweet.post(data, users) : Optional.empty();
        } catch (SourceException e) {
            log.warn("A post of the stream is skipped: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static String reason(Json message) throws SourceException {
        List<Json> errors = message.find("errors").isPresent() ? message.items("errors") : List.of();
        return errors.isEmpty() ? "" : " (" + errors.getFirst().textOrNull("title") + ")";
    }

    private void pay(int reads) {
        used += reads;
    }

    private boolean isEnough() {
        return allowance.isFor(clock.instant()) && allowance.reads() - used >= ON_THE_WAY + MOST_PER_POST;
    }

    /** What is left of the old allowance is put back last, so that nobody else takes what may be on its way. */
    private boolean renew() {
        Allowance more = budget.take(BLOCK, 1, clock.instant());
        allowance = allowance.with(more, used);
        used = 0;
        return isEnough();
    }

    /** Searches ask for no more than is left, to the last read; a stream cannot be asked for so many. */
    private static SourceException tooLittleLeft() {
        return new SourceException(
                Problem.Kind.RATE_LIMITED, "What is left of today's reads is too little for the stream of X.");
    }

    private static SourceException ending(String how) {
        return new SourceException(Problem.Kind.NETWORK, "The stream " + how + ".");
    }

    /** Hangs up, and puts back what was set aside and not used. */
    @Override
    public void close() {
        answer.breakOff();
        try {
            reader.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
