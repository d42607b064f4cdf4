package io.tocsin.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.collector.source.Cursor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void theEmbeddedDatabaseServesOneProcessAndLosesNoCommitWhenThatIsKilled()
            throws IOException, InterruptedException {
        Process writer = startWriter();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(storedUpTo(1, lines)).isEqualTo(1);
            assertThatThrownBy(() -> Database.open(DatabaseSettings.embedded(folder)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no other Tocsin has it open");
            assertThat(storedUpTo(200, lines)).isEqualTo(200);
        } finally {
            writer.destroyForcibly().waitFor();
        }

        try (Database database = Database.open(DatabaseSettings.embedded(folder))) {
            assertThat(new SqlSources(database).state("news").posts()).isGreaterThanOrEqualTo(200);
        }
    }

    private Process startWriter() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int storedUpTo(int count, BufferedReader lines) throws IOException {
        int stored = 0;
        for (String line = ""; line != null && stored < count; line = lines.readLine()) {
            stored = line.startsWith("stored ") ? Integer.parseInt(line.substring(7)) : stored;
        }
        return stored;
    }

    @Test
    void anUnreachableDatabaseIsNamedWithoutItsPassword() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:" + closed + "/tocsin?password=hush&connectTimeout=2", "me", "hush");

        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:" + closed + "/tocsin")
                .hasMessageContaining("database.url")
                .message()
                .doesNotContain("hush");
    }

    @Test
    void settingsNeverShowAPassword() {
        assertThat(new DatabaseSettings("jdbc:postgresql://me:hush@db/tocsin?password=hush", "me", "hush"))
                .asString()
                .doesNotContain("hush")
                .contains("//db/tocsin");
        assertThatThrownBy(() -> new DatabaseSettings("postgres://me:hush@db/tocsin", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:postgresql://host/name")
                .message()
                .doesNotContain("hush");
    }

    /** Commits, says so, and goes on until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            try (Database database = Database.open(DatabaseSettings.embedded(Path.of(args[0])))) {
                SqlSources sources = new SqlSources(database);
                for (int i = 1; i <= 100_000; i++) {
                    sources.advance("news", new Cursor("x".repeat(i % 5_000)), 1, Instant.EPOCH.plusSeconds(i));
                    System.out.println("stored " + i);
                }
            }
        }
    }
}
