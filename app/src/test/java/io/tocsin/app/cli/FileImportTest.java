package io.tocsin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.collector.PostSink;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Sources;
import io.tocsin.collector.store.MemorySources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {
    private static final int MANY = 5_000;

    @TempDir
    private Path folder;

    private final Sources progress = new MemorySources();
    private final StringWriter report = new StringWriter();
    private final List<Post> stored = new ArrayList<>();

    @Test
    void reportsBadLinesWithFileAndLineAndTakesTheOthers() throws IOException {
        Path file =
                write(line(1), "{\"id\":\"test:2\",\"platform\":\"test\",\"text\":\"no time\"}", "no json", line(4));

        int exitCode = imports(stored::addAll).run(file);

        assertThat(exitCode).isZero();
        assertThat(stored).extracting(Post::id).containsExactly("test:1", "test:4");
        assertThat(report.toString())
                .contains(file + ":2: ", file + ":3: ", "2 posts, 2 bad lines skipped")
                .doesNotContain("no time");
    }

    @Test
    void goesOnWhereItWasBrokenOff() throws IOException {
        Path file = write(MANY);
        FileImport broken = imports(posts -> {
            if (stored.size() >= 2_000) {
                throw new IllegalStateException("killed");
            }
            stored.addAll(posts);
        });
        assertThatThrownBy(() -> broken.run(file)).hasMessage("killed");

        imports(stored::addAll).run(file);

        assertThat(stored).hasSize(MANY).extracting(Post::id).doesNotHaveDuplicates();
        assertThat(report.toString()).contains("the first 2000 lines were in already");
    }

    @Test
    void aFileWithoutASinglePostFails() throws IOException {
        assertThat(imports(stored::addAll).run(write("nothing"))).isEqualTo(1);
    }

    @Test
    void aMissingFileIsSaid() {
        assertThatThrownBy(() -> imports(stored::addAll).run(folder.resolve("none.jsonl")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no file " + folder.resolve("none.jsonl"));
    }

    private FileImport imports(PostSink sink) {
        return new FileImport(progress, sink, InstantSource.system(), new PrintWriter(report, true));
    }

    private Path write(int posts) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            lines.add(line(i));
        }
        return Files.write(folder.resolve("posts.jsonl"), lines);
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("posts.jsonl"), List.of(lines));
    }

    private static String line(int number) {
        return "{\"id\":\"test:%d\",\"platform\":\"test\",\"text\":\"hello\",\"created_at\":\"2026-03-01T12:00:00Z\"}"
                .formatted(number);
    }
}
