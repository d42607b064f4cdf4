package io.tocsin.analyzer.model;

import io.tocsin.analyzer.model.Examples.Example;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns a {@link DeepModel} by stochastic gradient descent: Adam with decoupled weight decay (Loshchilov and Hutter
 * 2019), dropout (Srivastava et al. 2014), a rate that rises and then falls evenly. The same examples give the same
 * network, number by number.
 */
final class DeepLearning {
    private static final double DROPOUT = 0.4;
    private static final double INPUT_DROPOUT = 0.2;
    private static final double RATE = 1e-3;
    private static final double WARM_UP = 0.1;
    private static final double DECAY = 1e-2;
    private static final int SAMPLE_FOR_SCALE = 10_000;
    /** Sizes of batches, like those of encodings, are multiples of it. */
    private static final int STRIDE = DeepModel.STRIDE;

    private final Examples examples;
    private final Plan plan;
    private final int inputs;
    private final int classes;
    private final float[] mean;
    private final float[] spread;
    private final SplittableRandom random;
    private final AdamWeights in;
    private final AdamWeights inBias;
    private final AdamWeights out;
    private final AdamWeights outBias;

    /**
     * How to learn from so many examples: few of them bear few units, and need to be looked at more often.
     *
     * @param networks that begin at different places and vote; each makes the head larger
     * @param batch examples after which the weights change
     */
    private record Plan(int networks, int units, int epochs, int batch) {
        static Plan of(int examples) {
            if (examples > 10_000) {
                return new Plan(2, 64, 5, 128);
            }
            return examples > 1_500 ? new Plan(2, 32, 10, 64) : new Plan(3, 16, 25, 32);
        }
    }

    private DeepLearning(Examples examples, int seed) {
        this.examples = examples;
        this.random = new SplittableRandom(seed);
        this.plan = Plan.of(examples.size());
        this.inputs = examples.get(0).encoding().length;
        this.classes = examples.classes();
        this.mean = new float[inputs];
        this.spread = new float[inputs];
        measure();
        this.in = AdamWeights.random(inputs, plan.units, random);
        this.inBias = AdamWeights.zero(1, plan.units);
        this.out = AdamWeights.random(plan.units, classes, random);
        this.outBias = AdamWeights.zero(1, classes);
    }

    static DeepModel learn(Examples examples) {
        return DeepModel.mean(IntStream.rangeClosed(1, Plan.of(examples.size()).networks)
                .mapToObj(seed -> learn(examples, seed))
                .toList());
    }

    private static DeepModel learn(Examples examples, int seed) {
        DeepLearning learning = new DeepLearning(examples, seed);
        learning.run();
        return learning.model();
    }

    /** Finds mean and standard deviation of every input. */
    private void measure() {
        int step = Math.max(1, examples.size() / SAMPLE_FOR_SCALE);
        double[] sum = new double[inputs];
        double[] squares = new double[inputs];
        int count = 0;
        for (int e = 0; e < examples.size(); e += step, count++) {
            short[] encoding = examples.get(e).encoding();
            for (int i = 0; i < inputs; i++) {
                double value = Float.float16ToFloat(encoding[i]);
                sum[i] += value;
                squares[i] += value * value;
            }
        }
        for (int i = 0; i < inputs; i++) {
            mean[i] = (float) (sum[i] / count);
            spread[i] = (float) Math.sqrt(Math.max(1e-6, squares[i] / count - (double) mean[i] * mean[i]));
        }
    }

    private void run() {
        int size = Math.min(plan.batch, examples.size() / STRIDE * STRIDE);
        int batches = examples.size() / size;
        int steps = batches * plan.epochs;
        Batch batch = new Batch(size);
        for (int epoch = 0, step = 0; epoch < plan.epochs; epoch++) {
            int[] order = shuffled();
            for (int b = 0; b < batches; b++) {
                step++;
                double progress = step / (double) steps;
                double rate = RATE * Math.min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP));
                batch.learn(order, b * size, rate);
            }
        }
    }

    private int[] shuffled() {
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The network for inputs as an encoder gives them: mean and spread become part of the weights. */
    private DeepModel model() {
        float[][] weights = new float[inputs][];
        float[] bias = inBias.row(0).clone();
        for (int i = 0; i < inputs; i++) {
            weights[i] = in.row(i).clone();
            for (int h = 0; h < plan.units; h++) {
                weights[i][h] /= spread[i];
                bias[h] -= mean[i] * weights[i][h];
            }
        }
        float[][] answers = new float[plan.units][];
        Arrays.setAll(answers, h -> out.row(h).clone());
        return DeepModel.rounded(weights, bias, answers, outBias.row(0).clone());
    }

    /**
     * So many examples at a time; those left over have their turn in another round. The innermost loops run over whole
     * rows, which processors add up many numbers at a time.
     */
    private final class Batch {
        private final int units = plan.units;
        private final int size;
        private final float[][] input;
        private final float[][] hidden;
        private final float[][] kept;
        private final float[][] blame;
        private final float[] row = new float[units];

        Batch(int size) {
            this.size = size;
            this.input = new float[inputs][size];
            this.hidden = new float[size][units];
            this.kept = new float[size][units];
            this.blame = new float[size][units];
        }

        void learn(int[] order, int from, double rate) {
            double weight = 0;
            for (int b = 0; b < size; b++) {
                load(examples.get(order[from + b]).encoding(), b);
                weight += examples.get(order[from + b]).weight();
            }
            forward();
            float[][] outChange = new float[units][classes];
            float[] outBiasChange = new float[classes];
            float[] inBiasChange = new float[units];
            for (int b = 0; b < size; b++) {
                Example example = examples.get(order[from + b]);
                backward(b, example, example.weight() / weight, outChange, outBiasChange, inBiasChange);
            }
            changeInputWeights(rate);
            inBias.change(0, inBiasChange, rate, 0);
            for (int h = 0; h < units; h++) {
                out.change(h, outChange[h], rate, DECAY);
            }
            outBias.change(0, outBiasChange, rate, 0);
        }

        private void load(short[] encoding, int b) {
            float keep = (float) (1 / (1 - INPUT_DROPOUT));
            for (int i = 0; i < inputs; i++) {
                boolean dropped = random.nextFloat() < INPUT_DROPOUT;
                input[i][b] = dropped ? 0 : (Float.float16ToFloat(encoding[i]) - mean[i]) / spread[i] * keep;
            }
        }

        private void forward() {
            for (int b = 0; b < size; b++) {
                System.arraycopy(inBias.row(0), 0, hidden[b], 0, units);
            }
            for (int i = 0; i < inputs; i += STRIDE) {
                for (int b = 0; b < size; b++) {
                    add(hidden[b], input[i][b], in.row(i), input[i + 1][b], in.row(i + 1));
                    add(hidden[b], input[i + 2][b], in.row(i + 2), input[i + 3][b], in.row(i + 3));
                }
            }
            float keep = (float) (1 / (1 - DROPOUT));
            for (int b = 0; b < size; b++) {
                for (int h = 0; h < units; h++) {
                    kept[b][h] = hidden[b][h] > 0 && random.nextFloat() >= DROPOUT ? keep : 0;
                }
            }
        }

        private void backward(
                int b,
                Example example,
                double share,
                float[][] outChange,
                float[] outBiasChange,
                float[] inBiasChange) {
            double[] p = new double[classes];
            for (int c = 0; c < classes; c++) {
                p[c] = example.known()[c] + outBias.row(0)[c];
                for (int h = 0; h < units; h++) {
                    p[c] += hidden[b][h] * kept[b][h] * out.row(h)[c];
                }
            }
            LinearModel.softmax(p);
            Arrays.fill(blame[b], 0);
            for (int c = 0; c < classes; c++) {
                float wrong = (float) (share * (p[c] - example.target()[c]));
                outBiasChange[c] += wrong;
                for (int h = 0; h < units; h++) {
                    outChange[h][c] += wrong * hidden[b][h] * kept[b][h];
                    blame[b][h] += wrong * out.row(h)[c] * kept[b][h];
                }
            }
            for (int h = 0; h < units; h++) {
                inBiasChange[h] += blame[b][h];
            }
        }

        private void changeInputWeights(double rate) {
            for (int i = 0; i < inputs; i++) {
                Arrays.fill(row, 0);
                float[] values = input[i];
                for (int b = 0; b < size; b += STRIDE) {
                    add(row, values[b], blame[b], values[b + 1], blame[b + 1]);
                    add(row, values[b + 2], blame[b + 2], values[b + 3], blame[b + 3]);
                }
                in.change(i, row, rate, DECAY);
            }
        }
    }

    /** Adds two rows, each times a factor; two at once, since memory is slower than arithmetic. */
    private static void add(float[] to, float factor, float[] row, float secondFactor, float[] second) {
        for (int h = 0; h < to.length; h++) {
            to[h] += factor * row[h] + secondFactor * second[h];
        }
    }
}
