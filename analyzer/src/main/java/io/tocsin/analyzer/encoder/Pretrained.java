package io.tocsin.analyzer.encoder;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The encoders as they were published. */
public enum Pretrained {
    EN("en", "/bge-small-en-v1.5-q", 12, List.of(2, 4, 6, 8, 10, 12)),
    ZH("zh", "/bge-small-zh-v1.5-q", 8, List.of(1, 2, 3, 4));

    final String language;
    final String file;
    final int heads;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    final List<Integer> taps;

    Pretrained(String language, String file, int heads, List<Integer> taps) {
        this.language = language;
        this.file = file;
        this.heads = heads;
        this.taps = taps;
    }

    /**
     * The one for a language.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Pretrained of(String language) {
        return switch (language) {
            case "en" -> EN;
            case "zh" -> ZH;
            default -> throw new IllegalArgumentException("no encoder for " + language);
        };
    }

    /** How many parts the attention of every layer has. */
    public int heads() {
        return heads;
    }

    /** The layers, counted from 1, that heads are told about, in their order. */
    public List<Integer> taps() {
        return taps;
    }

    /** How many layers are used. */
    public int layers() {
        return taps.getLast();
    }

    /** What it has learnt before it was published. */
    public EncoderWeights weights() {
        try (InputStream model = resource(file + ".onnx")) {
            return OnnxWeights.read(model.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the encoder " + file + " is damaged or missing", e);
        }
    }

    /** What it learnt from labelled posts since. */
    Adapter adapter() {
        try (InputStream in = resource(language + ".adapter")) {
            return Adapter.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(language + ".adapter in the jar of the analyzer: " + e.getMessage(), e);
        }
    }

    static InputStream resource(String name) throws IOException {
        InputStream in = Pretrained.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(name + " is missing");
        }
        return in;
    }
}
