package io.tocsin.app.wiring;

import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.analyzer.store.ElasticPosts;
import io.tocsin.analyzer.store.ElasticSettings;
import io.tocsin.analyzer.store.EmbeddedEngine;
import io.tocsin.app.config.Settings;
import io.tocsin.collector.Memory;
import io.tocsin.collector.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQL database and the store of posts; embedded where the configuration names no server. */
public final class Stores implements AutoCloseable {
    /** Where the launcher says that the jars of the embedded node lie. */
    private static final String ENGINE_HOME = "tocsin.engine.home";

    private final Database database;
    private final @Nullable EmbeddedEngine engine;
    private final ElasticPosts posts;

    private Stores(Database database, @Nullable EmbeddedEngine engine, ElasticPosts posts) {
        this.database = database;
        this.engine = engine;
        this.posts = posts;
    }

    /**
     * Opens them.
     *
     * @throws RuntimeException with a message for people if one of them does not open; none is left open then
     */
    public static Stores open(Settings settings) {
        Database database = openDatabase(settings);
        try {
            return open(database, settings);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Opens the SQL database alone.
     *
     * @throws RuntimeException with a message for people if it does not open
     */
    public static Database openDatabase(Settings settings) {
        createFolder(settings.data());
        return Database.open(settings.database());
    }

    private static Stores open(Database database, Settings settings) {
        if (settings.elasticsearch() != null) {
            return new Stores(database, null, new ElasticPosts(settings.elasticsearch()));
        }
        EmbeddedEngine engine =
                EmbeddedEngine.start(engineHome(), settings.data().resolve("elasticsearch"));
        return new Stores(database, engine, new ElasticPosts(ElasticSettings.open(engine.uri())));
    }

    private static Path engineHome() {
        return Path.of(Objects.requireNonNull(
                System.getProperty(ENGINE_HOME), "start Tocsin by its launcher, which sets " + ENGINE_HOME));
    }

    private static void createFolder(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data folder " + data + " cannot be made. Make it, or name another under the key data.", e);
        }
    }

    public Database database() {
        return database;
    }

    /** What the collector remembers. */
    public Memory memory() {
        return Memory.in(database);
    }

    public Posts posts() {
        return posts;
    }

    @Override
    public void close() {
        posts.close();
        if (engine != null) {
            engine.close();
        }
        database.close();
    }
}
