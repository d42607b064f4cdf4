package io.tocsin.tuner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.analyzer.encoder.Adapter;
import io.tocsin.analyzer.model.Curriculum;
import io.tocsin.analyzer.model.Curriculum.Exercise;
import io.tocsin.analyzer.model.Curriculum.Target;
import io.tocsin.analyzer.model.Question;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TuningTest {
    private static final List<String> TOOLS = List.of("kettle", "lamp", "ladder", "chair", "drill", "bucket", "rake");

    @Test
    void whatLabelledPostsTeachIsLearnt() throws IOException {
        Curriculum curriculum = new Curriculum(
                Map.of(Question.CATEGORY, List.of("tall", "small")),
                IntStream.range(0, 64).mapToObj(TuningTest::exercise).toList(),
                IntStream.range(64, 96).mapToObj(TuningTest::exercise).toList());
        List<String> reports = new ArrayList<>();

        Adapter adapter;
        try (Tuning tuning = new Tuning(curriculum, "zh", 16, reports::add)) {
            adapter = tuning.run();
        }

        assertThat(reports.getLast()).matches("right: category (9\\d\\.\\d|100\\.0) % of 32");
        assertThat(adapter.added()).as("six matrices in each of four layers").hasSize(4 * 6);
        assertThat(adapter.added().values())
                .as("all of them learnt something")
                .allMatch(change -> !isZero(change.up().values()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        adapter.write(bytes);
        assertThat(Adapter.read(new ByteArrayInputStream(bytes.toByteArray())).added())
                .containsOnlyKeys(adapter.added().keySet());
    }

    private static boolean isZero(float[] values) {
        return IntStream.range(0, values.length).allMatch(i -> values[i] == 0);
    }

    private static Exercise exercise(int i) {
        boolean tall = i % 2 == 0;
        String text = "%s %d %s".formatted(tall ? "up there" : "down here", i, TOOLS.get(i % TOOLS.size()));
        return new Exercise(text, Map.of(Question.CATEGORY, new Target(tall ? 0 : 1, 1)), 1);
    }
}
