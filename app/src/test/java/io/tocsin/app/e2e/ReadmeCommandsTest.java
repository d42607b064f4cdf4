package io.tocsin.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that the README shows in a block does what it says, in a folder that is not ours. */
class ReadmeCommandsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("\\s+#.*");

    @TempDir
    private Path folder;

    static Stream<String> commands() throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(MatchResult::group)
                .flatMap(String::lines)
                .map(line -> COMMENT.matcher(line.strip()).replaceAll(""))
                .filter(line -> !line.isEmpty() && !line.startsWith("```"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void works(String command) throws IOException {
        List<String> words = List.of(command.split(" "));
        assertThat(words.getFirst()).isEqualTo("./tocsin");
        switch (words.get(1)) {
            case "test" ->
                assertThat(Files.readAllLines(ROOT.resolve(".ci/run"))).last().isEqualTo(command);
            case "demo", "run" -> comesUpAndGoesDown(start(words));
            default -> ends(start(words));
        }
    }

    @Test
    void showsTheTwoCommandsThatMatter() throws IOException {
        assertThat(commands()).startsWith("./tocsin demo", "./tocsin test");
    }

    private Product start(List<String> words) throws IOException {
        Files.copy(ROOT.resolve("tocsin.example.yaml"), folder.resolve("tocsin.example.yaml"));
        try (Writer posts = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("posts.jsonl.gz"))),
                StandardCharsets.UTF_8)) {
            for (int i = 0; i < 20; i++) {
                posts.write(
                        """
                        {"id":"test:%d","platform":"test","text":"acme 又断网了，客服不理人，退钱！","created_at":"%s"}
                        """.formatted(i, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i)));
            }
        }
        return Product.startIn(folder, words.subList(1, words.size()).toArray(String[]::new));
    }

    private static void comesUpAndGoesDown(Product product) {
        try (product) {
            product.awaitLine("Tocsin is up");
            assertThat(product.terminate()).isIn(0, 143);
        }
    }

    private static void ends(Product product) {
        try (product) {
            assertThat(product.await()).as("%s", product.output()).isZero();
        }
    }
}
