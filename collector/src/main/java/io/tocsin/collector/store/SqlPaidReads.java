package io.tocsin.collector.store;

import io.tocsin.collector.source.PaidReads;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Remembers paid reads in the database. */
public final class SqlPaidReads implements PaidReads {
    private final Jdbi jdbi;

    public SqlPaidReads(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public int reserve(String source, LocalDate day, int wanted, int daily) {
        return jdbi.inTransaction(handle -> {
            int taken = Math.clamp(daily - made(handle, source, day), 0, wanted);
            add(handle, source, day, taken);
            return taken;
        });
    }

    /** What was made so far; nobody else reserves before the transaction is over. */
    private static int made(Handle handle, String source, LocalDate day) {
        handle.createUpdate(
                        "INSERT INTO paid_read (source, read_on, made) VALUES (:source, :day, 0) ON CONFLICT DO NOTHING")
                .bind("source", source)
                .bind("day", day)
                .execute();
        return handle.createQuery("SELECT made FROM paid_read WHERE source = :source AND read_on = :day FOR UPDATE")
                .bind("source", source)
                .bind("day", day)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void putBack(String source, LocalDate day, int reads) {
        jdbi.useHandle(handle -> add(handle, source, day, -reads));
    }

    private static void add(Handle handle, String source, LocalDate day, int reads) {
        handle.createUpdate("UPDATE paid_read SET made = made + :reads WHERE source = :source AND read_on = :day")
                .bind("source", source)
                .bind("day", day)
                .bind("reads", reads)
                .execute();
    }

    @Override
    public void forget(LocalDate before) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM paid_read WHERE read_on < :before")
                .bind("before", before)
                .execute());
    }
}
