package io.tocsin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show works as it stands. */
class DocumentedExamplesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("examples")
    void isRead(String example) {
        assertThat(Written.in(folder, example).readFor(Purpose.REPLAY).problems())
                .isEmpty();
    }

    @Test
    void thereIsAnExampleOfEverySection() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(10).anyMatch(example -> example.contains("smtp:"));
    }

    @Test
    void theExampleFileRunsAsItIs() throws Exception {
        Settings settings = SettingsFile.read(ROOT.resolve("tocsin.example.yaml"), Purpose.RUN, Map.of());
        assertThat(settings.collector().sources()).hasSize(2);
    }

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(ROOT.resolve("docs/configuration.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
