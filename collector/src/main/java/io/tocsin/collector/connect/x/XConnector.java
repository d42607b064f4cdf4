package io.tocsin.collector.connect.x;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.CursorFormat;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.XSettings;
import io.tocsin.collector.connect.x.Rounds.Reservation;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Searches X within a daily budget. Whether there is anything to read is asked first, for that costs none of it.
 *
 * <p>Each search takes two steps: the first sets aside the most it may cost, and is stored; the second searches, and
 * puts back what was not needed. A search whose outcome is not known, because it failed or the process died, stays
 * paid. So the budget is never overrun, whatever happens.
 */
public final class XConnector implements Connector {
    private static final CursorFormat<Rounds> CURSORS = new CursorFormat<>(Rounds.class, Rounds.START);

    private final XSettings settings;
    private final Search search;
    /** The reservation that this process made and has not used; all others count as used. */
    private @Nullable String ticket;

    public XConnector(XSettings settings, HttpFetcher fetcher) {
        this.settings = settings;
        Pass pass = Pass.bearer(settings.token(), "token");
        search = new Search(
                Api.documented(fetcher, settings.url(), settings.polling().internal(), pass));
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        Rounds stored = CURSORS.read(cursor);
        Rounds rounds = stored.with(stored.budget().at(now), stored.reserved());
        int turn = rounds.turn() < settings.search().size() ? rounds.turn() : 0;
        Reservation reserved = rounds.reserved();
        if (reserved != null && reserved.ticket().equals(ticket) && isOfToday(stored, now)) {
            return read(rounds, turn, reserved, now);
        }
        return prepare(rounds, turn, now);
    }

    private static boolean isOfToday(Rounds stored, Instant now) {
        return stored.budget().equals(stored.budget().at(now));
    }

    private Harvest prepare(Rounds rounds, int turn, Instant now) throws SourceException {
        String words = settings.search().get(turn);
        long there = search.count(words, rounds.query(words), now);
        if (there == 0) {
            return next(rounds.with(words, finished(rounds.query(words)), settings.search()), turn);
        }
        int affordable = rounds.budget().left(settings.dailyReads()) / 2;
        if (affordable < Search.FEWEST) {
            throw usedUp(now);
        }
        int posts = Math.min(affordable, Math.clamp(there, Search.FEWEST, Search.MOST));
        Reservation reservation = new Reservation(UUID.randomUUID().toString(), posts);
        ticket = reservation.ticket();
        Rounds after = rounds.at(turn).with(rounds.budget().spend(reservation.reads()), reservation);
        return new Harvest(List.of(), CURSORS.write(after), true);
    }

    private Harvest read(Rounds rounds, int turn, Reservation reserved, Instant now) throws SourceException {
        ticket = null;
        String words = settings.search().get(turn);
        Query query = rounds.query(words);
        SearchPage page = search.page(words, query, reserved.posts(), now);
        Query after = query.after(page);
        Rounds paid = rounds.with(rounds.budget().spend(page.reads() - reserved.reads()), null)
                .with(words, after, settings.search());
        if (after.until() == null) {
            Harvest end = next(paid, turn);
            return new Harvest(page.posts(), end.cursor(), end.more());
        }
        return new Harvest(page.posts(), CURSORS.write(paid.at(turn)), true);
    }

    /** A walk below which there is nothing is over. */
    private static Query finished(Query query) {
        return query.newest() == null ? query : new Query(query.newest(), null, null);
    }

    private Harvest next(Rounds rounds, int turn) {
        int next = turn + 1;
        boolean more = next < settings.search().size();
        return new Harvest(List.of(), CURSORS.write(rounds.at(more ? next : 0)), more);
    }

    private SourceException usedUp(Instant now) {
        return new SourceException(
                Problem.Kind.RATE_LIMITED,
                "There are new posts, but the " + settings.dailyReads()
                        + " reads for today are used up. It goes on after midnight UTC where it stopped; if you can pay"
                        + " for more, raise 'daily_reads'.",
                Budget.untilMidnight(now),
                null);
    }
}
