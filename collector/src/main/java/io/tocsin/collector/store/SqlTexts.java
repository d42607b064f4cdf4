package io.tocsin.collector.store;

import io.tocsin.collector.clean.Fingerprint;
import io.tocsin.collector.copy.RecentTexts;
import io.tocsin.collector.copy.Saying;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was said in the database. What was said lately is in memory, too, where it is looked for: a database
 * would have to be asked for two dozen keys of every post. One process has it at a time.
 */
public final class SqlTexts implements RecentTexts {
    private final Jdbi jdbi;
    /** Read from the database when it is first needed. */
    private @Nullable TextIndex read;

    public SqlTexts(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public synchronized List<Saying> trace(List<Saying> sayings) {
        TextIndex.Traced traced = index().trace(sayings);
        save(traced.fresh());
        return traced.all();
    }

    private TextIndex index() {
        if (read == null) {
            TextIndex index = new TextIndex();
            jdbi.useTransaction(handle -> readInto(index, handle));
            read = index;
        }
        return read;
    }

    private static void readInto(TextIndex index, Handle handle) {
        try (var sayings = handle
                .createQuery("SELECT post, origin, said_at, words FROM saying ORDER BY number")
                .setFetchSize(1_000)
                .map((row, context) -> new Saying(
                        row.getString("post"),
                        row.getString("origin"),
                        Times.required(row, "said_at"),
                        Fingerprint.ofBytes(row.getBytes("words"))))
                .stream()) {
            sayings.forEach(index::add);
        }
    }

    /** What could not be saved is not remembered: it is read again, and so is everything else. */
    private void save(List<Saying> sayings) {
        if (sayings.isEmpty()) {
            return;
        }
        try {
            jdbi.useTransaction(handle -> insert(handle, sayings));
        } catch (RuntimeException e) {
            read = null;
            throw e;
        }
    }

    private static void insert(Handle handle, List<Saying> sayings) {
        try (PreparedBatch batch =
                handle.prepareBatch("INSERT INTO saying (post, origin, said_at, words) VALUES (?, ?, ?, ?)")) {
            sayings.forEach(saying -> batch.add(
                    saying.post(), saying.origin(), saying.at(), saying.text().toBytes()));
            batch.execute();
        }
    }

    @Override
    public synchronized void forget(Instant before) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("DELETE FROM saying WHERE said_at < :before")
                    .bind("before", before)
                    .execute();
            handle.createUpdate("DELETE FROM saying WHERE number <= (SELECT MAX(number) FROM saying) - :most")
                    .bind("most", MOST)
                    .execute();
        });
        if (read != null) {
            read.forget(before);
        }
    }
}
