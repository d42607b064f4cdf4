package io.tocsin.collector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Times as the databases give them. */
final class Times {
    private Times() {}

    static @Nullable Instant in(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Of a column that is never empty. */
    static Instant required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(in(row, column), column);
    }
}
