package io.tocsin.analyzer.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the models that are part of Tocsin. */
class EncoderGraphTest {
    /** What is left is the rounding of floats, which now and then moves a byte by one. */
    private static final double ALIKE = 0.995;

    private static final Map<String, List<String>> TEXTS = Map.of(
            "en",
            List.of(
                    "",
                    "ok",
                    "!",
                    "the parcel came two weeks late and nobody at the depot picks up the phone",
                    "@user lovely tea, will order the green one again :)",
                    Encoder.FOCUS + " kept my deposit, the garage next door gave it back",
                    "why does the app log me out on every train, it forgets the ticket too. ".repeat(20)),
            "zh",
            List.of(
                    "",
                    "好",
                    "！",
                    "快递晚了两个星期，客服电话一直没人接，押金也不退",
                    "今天的奶茶真好喝，下次还买[笑]",
                    Encoder.FOCUS + "扣了我的押金，隔壁那家倒是退了",
                    "每次坐地铁软件都会自动退出，连车票也找不到了。".repeat(20)));

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whatItGivesIsWhatTheExportedModelGives(String language) throws IOException, OrtException {
        Encoder encoder = Encoder.asPublished(language);
        try (ExportedEncoder exported = ExportedEncoder.of(language)) {
            for (String text : TEXTS.getOrDefault(language, List.of())) {
                float[] expected = exported.encode(text).features();
                float[] found = encoder.encode(text).features();
                int view = language.equals("en") ? 384 : 512;
                for (int from = 0; from < found.length; from += view) {
                    assertThat(cosine(expected, found, from, from + view))
                            .as("view %d of '%s'", from / view, text)
                            .isGreaterThan(ALIKE);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void matricesThatAreNotChangedKeepTheirBytes(Pretrained model) throws IOException {
        EncoderWeights weights = model.weights();
        for (int layer = 1; layer <= model.layers(); layer++) {
            Tensor read = weights.tensor(EncoderWeights.inLayer(layer, "output.dense.weight"));
            assertThat(Rounded.of(read).exact().values()).isEqualTo(read.values());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 5_000_000, 20_000_000})
    void aPartOfAModelIsRefused(int length) throws IOException {
        byte[] part = Arrays.copyOf(ExportedEncoder.bytes("/bge-small-zh-v1.5-q.onnx"), length);
        assertThatThrownBy(() -> OnnxWeights.read(part)).isInstanceOf(IOException.class);
    }

    @Test
    void aTensorThatIsMissingIsNamed() {
        EncoderWeights nothing = EncoderWeights.of(Map.of(), Rounded.of(Tensor.vector(1, 2)));
        assertThatThrownBy(() -> EncoderGraph.model(nothing, 1, 8, List.of(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("embeddings.token_type_embeddings.weight");
    }

    @Test
    void aChangeOfOneLayerLeavesTheOthersAsTheyAre() throws IOException, OrtException {
        EncoderWeights before = OnnxWeights.read(ExportedEncoder.bytes("/bge-small-zh-v1.5-q.onnx"));
        String shift = EncoderWeights.inLayer(2, "output.LayerNorm.bias");
        EncoderWeights after = before.changed(shift, vector -> vector.plus(Tensor.all(1, vector.columns())));
        assertThat(after.tensor(shift).values()[0])
                .isEqualTo(before.tensor(shift).values()[0] + 1);
        assertThat(first(after, 1)).isEqualTo(first(before, 1));
        assertThat(first(after, 2)[0]).isCloseTo(first(before, 2)[0] + 1, within(1e-5f));
        assertThat(first(after, 3)).isNotEqualTo(first(before, 3));
    }

    /** What a layer says of a text of one piece between its marks, row by row. */
    private static float[] first(EncoderWeights weights, int layer) throws IOException, OrtException {
        byte[] model = EncoderGraph.model(weights, 8, 8, List.of(layer));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model);
                OnnxTensor input = OnnxTensor.createTensor(environment, new long[][] {{101, 2_000, 102}});
                OrtSession.Result result = session.run(Map.of(EncoderGraph.PIECES, input))) {
            return ((OnnxTensor) result.get(EncoderGraph.output(layer)).orElseThrow())
                    .getFloatBuffer()
                    .array();
        }
    }

    private static double cosine(float[] a, float[] b, int from, int to) {
        double product = 0;
        double left = 0;
        double right = 0;
        for (int i = from; i < to; i++) {
            product += (double) a[i] * b[i];
            left += (double) a[i] * a[i];
            right += (double) b[i] * b[i];
        }
        return product / Math.sqrt(left * right);
    }
}
