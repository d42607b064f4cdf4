package io.tocsin.tuner;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tocsin.analyzer.encoder.Encoder;
import io.tocsin.analyzer.encoder.Pretrained;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningEncoderTest {

    @ParameterizedTest
    @CsvSource({"en, 384, still no refund for the kettle that melted, why", "zh, 512, 热水壶用了两天就漏水，客服一直不回复, 谢谢"})
    void untilItLearnsItReadsAsTheEncoderDoes(String language, int width, String text, String shorterTextBeside) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            Encoder published = Encoder.asPublished(language);
            LearningEncoder encoder = new LearningEncoder(Pretrained.of(language), 4, manager, new Learnt(manager));
            List<short[]> lower =
                    List.of(encoder.lower(published.pieces(shorterTextBeside)), encoder.lower(published.pieces(text)));

            NDArray upper = encoder.upper(lower, Dropout.NONE, manager);

            float[] all = upper.toFloatArray();
            float[] ofText = Arrays.copyOfRange(all, all.length - 2 * width, all.length);
            float[] features = published.encode(text).features();
            int lastTap = features.length - 3 * width;
            float[] wanted = Arrays.copyOfRange(features, lastTap, lastTap + 2 * width);
            assertThat(encoder.size()).isEqualTo(all.length / 2);
            assertThat(cosine(ofText, wanted)).isGreaterThan(0.99);
        }
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            ofA += a[i] * a[i];
            ofB += b[i] * b[i];
        }
        return product / Math.sqrt(ofA * ofB);
    }
}
