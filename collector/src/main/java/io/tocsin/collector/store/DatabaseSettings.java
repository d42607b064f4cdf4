package io.tocsin.collector.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the record of what people and the system decided is kept.
 *
 * @param url a JDBC address of H2 or PostgreSQL
 * @param password never shown, not even by {@link #toString}
 */
public record DatabaseSettings(
        String url, @Nullable String username, @Nullable String password) {

    public DatabaseSettings {
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "the database address must look like jdbc:postgresql://host/name or jdbc:h2:file:./data/tocsin");
        }
    }

    /**
     * H2 in a file of the data folder. Every commit is on disk before it returns, so that {@code kill -9} loses none; 16
     * MB of it are kept in memory, where H2 by itself would take what the heap allows, and fill it over days.
     */
    public static DatabaseSettings embedded(Path data) {
        String file = "jdbc:h2:file:" + data.toAbsolutePath().resolve("tocsin");
        return new DatabaseSettings(file + H2_OPTIONS + ";WRITE_DELAY=0;CACHE_SIZE=16384", null, null);
    }

    /** H2 in memory, gone when it is closed. */
    public static DatabaseSettings inMemory(String name) {
        return new DatabaseSettings("jdbc:h2:mem:" + name + H2_OPTIONS, null, null);
    }

    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE";

    /** The address without its parameters and its user, which may hold a password. */
    String address() {
        return url.split("[?;]", 2)[0].replaceFirst("//[^/]*@", "//");
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + address() + "]";
    }
}
