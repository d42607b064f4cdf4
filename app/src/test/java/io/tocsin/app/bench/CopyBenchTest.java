package io.tocsin.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.app.bench.AnalysisBench.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CopyBenchTest {
    private static final String CHINESE = "爱可美的宽带从昨天晚上断到现在，客服电话一直打不通，有没有人管 https://example.org/1";
    private static final String ENGLISH =
            "My acme router has been dead since Monday and nobody at support picks up the phone";

    @Test
    void tellsWhatIsFoundAndWhatIsTakenForACopy() {
        List<Measure> measures = new ArrayList<>();

        new CopyBench(measures::add)
                .run("own", List.of(CHINESE, ENGLISH, ENGLISH + "!", ENGLISH + " at all", "谢谢", "ok thanks"));

        assertThat(measures).hasSize(4 + HandEdit.values().length);
        assertThat(measures).extracting(Measure::name).allMatch(name -> name.startsWith("own: "));
        assertThat(measures.subList(0, 3)).extracting(Measure::value).containsExactly(6.0, 100.0 / 3, 3.0);
        assertThat(measures.get(3).value()).isEqualTo(100.0 / 3);
        assertThat(measures.subList(4, measures.size())).allMatch(measure -> measure.value() > 60);
    }

    @ParameterizedTest
    @EnumSource(HandEdit.class)
    void everyEditTakesEveryText(HandEdit edit) {
        SplittableRandom random = new SplittableRandom(1);
        for (String text : List.of(CHINESE, ENGLISH, "", "😡😡😡", "12345", "a")) {
            assertThat(edit.of(text, random)).isNotNull();
        }
        assertThat(edit.of(CHINESE, random)).isNotEqualTo(CHINESE);
    }
}
