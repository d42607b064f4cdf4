package io.tocsin.collector.connect.x;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.CursorFormat;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.XSettings;
import io.tocsin.collector.connect.stream.Streaming;
import io.tocsin.collector.connect.stream.Streaming.Step;
import io.tocsin.collector.connect.x.Budget.Allowance;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.PaidReads;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches X or reads its stream, and counts posts again, within a daily budget that is never overrun, whatever happens. */
public final class XConnector implements Recounter {
    /** As many as the interface looks up at once. */
    private static final int BATCH = 100;
    /** New posts matter more than old counts, which stop when so much of the day's reads is used. */
    private static final double PART_FOR_COUNTS = 0.5;

    private static final CursorFormat<Rounds> CURSORS = new CursorFormat<>(Rounds.class, Rounds.START);

    private final Search search;
    private final Budget budget;
    private final Searching searching;
    private final @Nullable Streaming<Rounds, Post> streaming;

    /** @param paid survives this object */
    public XConnector(XSettings settings, HttpFetcher fetcher, PaidReads paid) {
        this(settings, fetcher, paid, TweetStream.LONGEST_SILENCE);
    }

    XConnector(XSettings settings, HttpFetcher fetcher, PaidReads paid, Duration silence) {
        Pass pass = Pass.bearer(settings.token(), "token");
        search = Search.of(
                Api.documented(fetcher, settings.url(), settings.polling().internal(), pass));
        budget = new Budget(paid, settings.polling().name(), settings.dailyReads());
        searching = new Searching(search, budget, settings.search());
        StreamRules rules = new StreamRules(search.api(), "tocsin " + budget.source(), settings.search());
        streaming = settings.stream()
                ? new Streaming<>(searching, () -> TweetStream.open(search, rules, budget, silence))
                : null;
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        Rounds rounds = CURSORS.read(cursor);
        Step<Rounds, Post> step = streaming == null ? searching.ask(rounds, now) : streaming.step(rounds, now);
        Problem trouble =
                streaming == null || step.more() ? null : streaming.trouble().orElse(null);
        return new Harvest(step.found(), CURSORS.write(step.after()), step.more(), trouble);
    }

    @Override
    public void close() {
        if (streaming != null) {
            streaming.hangUp();
        }
    }

    /** Asks how many posts there are, which costs nothing. */
    @Override
    public int probe(Instant now) throws SourceException {
        return Math.clamp(searching.count(now), 0, Integer.MAX_VALUE);
    }

    /** A search for as few posts as there may be; the stream stays closed. */
    @Override
    public Harvest sample(Instant now) throws SourceException {
        return new Harvest(searching.sample(now), Cursor.START, false, null);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    /** Those that fit into the budget; the answer leaves out posts that are no more. */
    @Override
    public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
        Allowance allowance = budget.take(ids.size(), PART_FOR_COUNTS, now);
        if (allowance.reads() == 0) {
            return List.of();
        }
        List<String> some = ids.subList(0, allowance.reads());
        SearchPage found = search.posts(some);
        allowance.settle(found.reads());
        return Recounter.readings(some, found.posts());
    }
}
