package io.tocsin.collector.store;

import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.Sources;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Remembers sources in the database. */
public final class SqlSources implements Sources {
    private final Jdbi jdbi;

    public SqlSources(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public SourceState state(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM source_state WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> state(row))
                .findOne()
                .orElseGet(() -> SourceState.fresh(name)));
    }

    @Override
    public List<SourceState> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM source_state ORDER BY name")
                .map((row, context) -> state(row))
                .list());
    }

    @Override
    public void advance(String name, Cursor cursor, int posts, Instant now) {
        jdbi.useTransaction(handle -> {
            remember(handle, name);
            handle.createUpdate("""
                            UPDATE source_state
                            SET cursor_value = :cursor, posts = posts + :posts, last_success = :now,
                                problem_kind = NULL, problem_message = NULL, failures_in_row = 0, not_before = NULL
                            WHERE name = :name
                            """)
                    .bind("name", name)
                    .bind("cursor", cursor.value())
                    .bind("posts", posts)
                    .bind("now", now)
                    .execute();
        });
    }

    @Override
    public void fail(String name, Problem problem, Instant now, Instant notBefore) {
        jdbi.useTransaction(handle -> {
            remember(handle, name);
            handle.createUpdate("""
                            UPDATE source_state
                            SET last_failure = :now, problem_kind = :kind, problem_message = :message,
                                failures_in_row = failures_in_row + 1, not_before = :notBefore
                            WHERE name = :name
                            """)
                    .bind("name", name)
                    .bind("now", now)
                    .bind("kind", problem.kind().name())
                    .bind("message", problem.message())
                    .bind("notBefore", notBefore)
                    .execute();
        });
    }

    @Override
    public void alarm(String name, Problem problem) {
        jdbi.useTransaction(handle -> {
            remember(handle, name);
            handle.createUpdate("""
                            UPDATE source_state SET problem_kind = :kind, problem_message = :message WHERE name = :name
                            """)
                    .bind("name", name)
                    .bind("kind", problem.kind().name())
                    .bind("message", problem.message())
                    .execute();
        });
    }

    @Override
    public void recognise(String name, String software) {
        jdbi.useTransaction(handle -> {
            remember(handle, name);
            handle.createUpdate("UPDATE source_state SET recognised = :software WHERE name = :name")
                    .bind("name", name)
                    .bind("software", software)
                    .execute();
        });
    }

    private static void remember(Handle handle, String name) {
        handle.createUpdate("""
                        INSERT INTO source_state (name, cursor_value, posts, failures_in_row)
                        VALUES (:name, :cursor, 0, 0)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("name", name)
                .bind("cursor", Cursor.START.value())
                .execute();
    }

    private static SourceState state(ResultSet row) throws SQLException {
        return new SourceState(
                row.getString("name"),
                new Cursor(row.getString("cursor_value")),
                row.getLong("posts"),
                Times.in(row, "last_success"),
                Times.in(row, "last_failure"),
                problem(row),
                row.getInt("failures_in_row"),
                Times.in(row, "not_before"),
                row.getString("recognised"));
    }

    private static @Nullable Problem problem(ResultSet row) throws SQLException {
        String kind = row.getString("problem_kind");
        return kind == null ? null : new Problem(Problem.Kind.valueOf(kind), row.getString("problem_message"));
    }
}
