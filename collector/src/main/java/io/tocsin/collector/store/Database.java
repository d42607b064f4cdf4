package io.tocsin.collector.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** The SQL database, H2 or PostgreSQL, with the tables of all modules on the class path. */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool, Jdbi jdbi) {
        this.pool = pool;
        this.jdbi = jdbi;
    }

    /**
     * Connects, and brings the tables up to date.
     *
     * @throws IllegalStateException if it cannot be reached; the message says what to do
     */
    public static Database open(DatabaseSettings settings) {
        HikariDataSource pool = connect(settings);
        try {
            migrate(pool);
            return new Database(pool, jdbi(pool));
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariDataSource connect(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(8);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException unreachable) {
            throw new IllegalStateException(
                    "The database at " + settings.address() + " does not open: " + reason(unreachable)
                            + ". Check that it runs, that no other Tocsin has it open,"
                            + " and the keys database.url, database.username and database.password.",
                    unreachable);
        }
    }

    private static String reason(PoolInitializationException unreachable) {
        Throwable cause = unreachable.getCause();
        return cause == null ? String.valueOf(unreachable.getMessage()) : String.valueOf(cause.getMessage());
    }

    /** Out of order, because every module numbers its migrations by itself. */
    private static void migrate(HikariDataSource pool) {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static Jdbi jdbi(HikariDataSource pool) {
        return Jdbi.create(pool)
                .registerArgument(new InstantArgument())
                .registerColumnMapper(Instant.class, (row, column, context) -> {
                    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
                    return time == null ? null : time.toInstant();
                });
    }

    /** Binds instants in UTC: by way of {@code java.sql.Timestamp} an hour is ambiguous when the clocks go back. */
    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) ->
                    statement.setObject(position, value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        }
    }
}
