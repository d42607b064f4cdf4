package io.tocsin.collector.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A fresh, empty database for one test, of every kind that Tocsin runs on. The caller closes it. */
public final class TestDatabases {
    private TestDatabases() {}

    public static Database h2() {
        return Database.open(DatabaseSettings.inMemory(uniqueName()));
    }

    /** A new database in a real PostgreSQL, which starts once per JVM and ends with it. */
    public static Database postgres() {
        String name = uniqueName();
        Jdbi.create(Server.POSTGRES.getPostgresDatabase())
                .useHandle(handle -> handle.execute("CREATE DATABASE " + name));
        return Database.open(
                new DatabaseSettings(Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "postgres"));
    }

    private static String uniqueName() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
