package io.tocsin.app.check;

import io.tocsin.analyzer.analysis.PostsUnavailableException;
import io.tocsin.analyzer.store.ElasticPosts;
import io.tocsin.analyzer.store.ElasticSettings;
import io.tocsin.collector.store.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;

/** Asks the stores whether they are there, without writing to them. */
final class StoreCheck {

    private StoreCheck() {}

    /** The folder need not be there yet. */
    static Finding folder(Path data) {
        Path there = Stream.iterate(data.toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElse(data);
        return Files.isDirectory(there) && Files.isWritable(there)
                ? Finding.works("data", data + " can be written")
                : Finding.fails(
                        "data", there + " is not a folder that can be written; correct its permissions, or data");
    }

    static Finding database(DatabaseSettings settings) {
        try (Connection connection = DriverManager.getConnection(settings.url(), login(settings))) {
            return Finding.works("database", connection.getMetaData().getDatabaseProductName() + " answers");
        } catch (SQLException e) {
            return Finding.fails("database", firstLine(e) + "; start the server, or correct the section database.");
        }
    }

    static Finding search(ElasticSettings settings) {
        try (ElasticPosts posts = new ElasticPosts(settings)) {
            return Finding.works("elasticsearch", "answers, and holds " + posts.count() + " posts");
        } catch (PostsUnavailableException e) {
            return Finding.fails("elasticsearch", firstLine(e));
        }
    }

    private static Properties login(DatabaseSettings settings) {
        Properties login = new Properties();
        if (settings.username() != null && settings.password() != null) {
            login.setProperty("user", settings.username());
            login.setProperty("password", settings.password());
        }
        return login;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
