package io.tocsin.analyzer.encoder;

import static io.tocsin.analyzer.encoder.OnnxGraph.real;
import static io.tocsin.analyzer.encoder.OnnxGraph.whole;

import java.io.IOException;
import java.util.List;

/**
 * A BERT encoder (Devlin et al. 2019) for one text at a time, in as few and as fast operators as ONNX Runtime has on a
 * processor. The graph that PyTorch exports computes the same by three times as many, most of which ONNX Runtime cannot
 * join once the weights are bytes.
 *
 * <p>A text stands alone in its batch and fills it, so there is neither a mask nor a second sentence. Matrices are
 * multiplied by {@code DynamicQuantizeMatMul}, and by {@code QAttention} where the three of the attention are one (<a
 * href="https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md">contributed operators</a>; both
 * take a scale for every column of the weights).
 */
final class EncoderGraph {
    /** The input: the numbers of the pieces of words. */
    static final String PIECES = "pieces";

    /** As in BERT; so small that it only keeps from dividing by nothing. */
    private static final float EPSILON = 1e-12f;

    private static final String ONES = "ones";
    private static final String ZEROS = "zeros";

    private final EncoderWeights weights;
    private final int heads;
    private final OnnxGraph graph = new OnnxGraph();

    private EncoderGraph(EncoderWeights weights, int heads) {
        this.weights = weights;
        this.heads = heads;
    }

    /**
     * The bytes of a model in the ONNX format.
     *
     * @param heads how many parts the attention of every layer has
     * @param most how many pieces a text has at most
     * @param tapped the layers, counted from 1 and in their order, that are given out as {@link #output}; those after
     *     the last of them are left out
     * @throws IOException if the weights are not those of a BERT model
     */
    static byte[] model(EncoderWeights weights, int heads, int most, List<Integer> tapped) throws IOException {
        EncoderGraph encoder = new EncoderGraph(weights, heads);
        String read = encoder.embeddings(most);
        for (int layer = 1; layer <= tapped.getLast(); layer++) {
            read = encoder.layer(layer, read);
        }
        tapped.forEach(layer -> encoder.graph.output(output(layer)));
        return encoder.graph.model();
    }

    /** What is given out of a layer, counted from 1: a row for every piece. */
    static String output(int layer) {
        return "layer." + layer;
    }

    /** The sum of what a piece means, of where it stands, and of there being one sentence only. */
    private String embeddings(int most) throws IOException {
        graph.input(PIECES);
        graph.wholeNumbers("none", 0);
        graph.node("Shape", "length", List.of(PIECES), whole("start", 1));
        graph.vector("all.ones", Tensor.all(1, most));
        graph.vector("all.zeros", Tensor.all(0, most));
        firstOnes(ONES, "all.ones");
        firstOnes(ZEROS, "all.zeros");
        Tensor sentences = weights.tensor("embeddings.token_type_embeddings.weight");
        Tensor places = weights.tensor("embeddings.position_embeddings.weight").first(most);
        graph.matrix("all.places", places.plus(sentences.first(1)));
        return normal("embeddings.LayerNorm", words(), firstOnes("places", "all.places"), "embeddings");
    }

    private String firstOnes(String name, String all) {
        return graph.node("Slice", name, List.of(all, "none", "length"));
    }

    private String words() {
        Rounded words = weights.words();
        graph.matrix("words", words);
        graph.number("words.scale", words.scale().values()[0]);
        graph.number("words.zero", (byte) words.zero(), words.signed());
        graph.node("Gather", "words.rounded", List.of("words", PIECES));
        return graph.node("DequantizeLinear", "words.exact", List.of("words.rounded", "words.scale", "words.zero"));
    }

    private String layer(int layer, String read) throws IOException {
        String attended = product(layer, "attention.output.dense", attention(layer, read));
        String between = norm(layer, "attention.output.LayerNorm", attended, read, "attended." + layer);
        String wide = product(layer, "intermediate.dense", between);
        String bent = graph.runtimeNode("Gelu", "gelu." + layer, List.of(wide));
        return norm(layer, "output.LayerNorm", product(layer, "output.dense", bent), between, output(layer));
    }

    private String attention(int layer, String read) throws IOException {
        String name = "attention." + layer;
        Rounded matrix = Rounded.of(Tensor.beside(
                ofLayer(layer, "attention.self.query.weight"),
                ofLayer(layer, "attention.self.key.weight"),
                ofLayer(layer, "attention.self.value.weight")));
        Tensor bias = Tensor.beside(
                ofLayer(layer, "attention.self.query.bias"),
                ofLayer(layer, "attention.self.key.bias"),
                ofLayer(layer, "attention.self.value.bias"));
        List<String> rounded = graph.nodes(
                "DynamicQuantizeLinear",
                List.of(name + ".rounded", name + ".rounded.scale", name + ".rounded.zero"),
                List.of(read));
        List<String> inputs = List.of(
                rounded.get(0),
                graph.matrix(name + ".weight", matrix),
                graph.vector(name + ".bias", bias),
                rounded.get(1),
                graph.vector(name + ".scale", matrix.scale()),
                "",
                rounded.get(2));
        return graph.runtimeNode("QAttention", name, inputs, whole("num_heads", heads));
    }

    /** What is read, times a matrix, plus its bias. */
    private String product(int layer, String which, String read) throws IOException {
        String name = which + "." + layer;
        Rounded matrix = Rounded.of(ofLayer(layer, which + ".weight"));
        List<String> inputs = List.of(
                read,
                graph.matrix(name + ".weight", matrix),
                graph.vector(name + ".scale", matrix.scale()),
                "",
                graph.vector(name + ".bias", ofLayer(layer, which + ".bias")));
        return graph.runtimeNode("DynamicQuantizeMatMul", name, inputs);
    }

    private String norm(int layer, String which, String first, String second, String name) throws IOException {
        return normal(EncoderWeights.inLayer(layer, which), first, second, name);
    }

    /**
     * The sum of two, every row of which gets the mean 0 and the variance 1 and is then stretched and shifted (Ba et al.
     * 2016, "Layer Normalization"). A text alone in its batch has its pieces where an image has its channels, so that
     * {@code InstanceNormalization} does it, which is four times as fast as {@code LayerNormalization} in version 1.29
     * of ONNX Runtime: that goes number by number.
     */
    private String normal(String learnt, String first, String second, String name) throws IOException {
        String stretch = graph.vector(name + ".stretch", weights.tensor(learnt + ".weight"));
        String shift = graph.vector(name + ".shift", weights.tensor(learnt + ".bias"));
        String sum = graph.node("Add", name + ".sum", List.of(first, second));
        String even = graph.node(
                "InstanceNormalization", name + ".even", List.of(sum, ONES, ZEROS), real("epsilon", EPSILON));
        String stretched = graph.node("Mul", name + ".stretched", List.of(even, stretch));
        return graph.node("Add", name, List.of(stretched, shift));
    }

    private Tensor ofLayer(int layer, String name) throws IOException {
        return weights.tensor(EncoderWeights.inLayer(layer, name));
    }
}
