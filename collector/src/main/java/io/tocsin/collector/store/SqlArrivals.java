package io.tocsin.collector.store;

import io.tocsin.collector.source.Arrivals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Remembers arrivals in the database. */
public final class SqlArrivals implements Arrivals {
    private final Jdbi jdbi;

    public SqlArrivals(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public void add(String source, Instant now, long posts) {
        Instant start = now.truncatedTo(ChronoUnit.HOURS);
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            INSERT INTO arrival (source, hour_start, posts, last_arrival)
                            VALUES (:source, :start, 0, :start)
                            ON CONFLICT DO NOTHING
                            """).bind("source", source).bind("start", start).execute();
            if (posts > 0) {
                handle.createUpdate("""
                                UPDATE arrival SET posts = posts + :posts, last_arrival = :now
                                WHERE source = :source AND hour_start = :start
                                """)
                        .bind("source", source)
                        .bind("start", start)
                        .bind("posts", posts)
                        .bind("now", now)
                        .execute();
            }
        });
    }

    @Override
    public List<Hour> since(String source, Instant from) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT hour_start, posts, last_arrival FROM arrival
                        WHERE source = :source AND hour_start >= :from
                        ORDER BY hour_start
                        """)
                .bind("source", source)
                .bind("from", from)
                .map((row, context) -> new Hour(
                        Times.required(row, "hour_start"), row.getLong("posts"), Times.required(row, "last_arrival")))
                .list());
    }

    @Override
    public void forget(Instant before) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM arrival WHERE hour_start < :before")
                .bind("before", before)
                .execute());
    }
}
