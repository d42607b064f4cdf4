package io.tocsin.analyzer.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts a text into the pieces a BERT model knows: words and marks first, then greedily the longest known beginnings
 * (Wu et al. 2016; Devlin et al. 2019). Always in lower case and without accents, as the vocabularies are.
 */
final class WordPiece {
    private static final int LONGEST_WORD = 100;
    private static final String WITHIN = "##";
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern SILENT =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\x{fffd}&&[^\\t\\n\\r\\x{e000}]]+");
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}\\x{e000}]|[\\p{P}$+<=>^`|~]|[^\\s\\p{Z}\\p{IsHan}\\p{P}$+<=>^`|~\\x{e000}]+");

    private final Map<String, Integer> pieces;
    private final int unknown;
    private final int mask;
    private final int first;
    private final int last;

    private WordPiece(Map<String, Integer> pieces) throws IOException {
        this.pieces = pieces;
        this.unknown = number("[UNK]");
        this.mask = number("[MASK]");
        this.first = number("[CLS]");
        this.last = number("[SEP]");
    }

    /** @throws IOException if these are not the bytes of a {@code tokenizer.json} with a WordPiece vocabulary */
    static WordPiece read(InputStream json) throws IOException {
        JsonNode vocabulary = new JsonMapper().readTree(json).at("/model/vocab");
        Map<String, Integer> pieces = new HashMap<>(vocabulary.size() * 2);
        vocabulary.forEachEntry((piece, number) -> pieces.put(piece, number.asInt()));
        return new WordPiece(pieces);
    }

    /**
     * The numbers of the pieces between the marks of beginning and end.
     *
     * @param most how many numbers at most, the two marks included; what stands later in the text is left out
     */
    long[] pieces(String text, int most) {
        long[] found = new long[most];
        found[0] = first;
        int count = 1;
        String plain = ACCENTS.matcher(Normalizer.normalize(
                        SILENT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        for (var words = WORD.matcher(plain).results().iterator(); words.hasNext() && count < most - 1; ) {
            count = addWord(words.next(), found, count);
        }
        found[count] = last;
        return Arrays.copyOf(found, count + 1);
    }

    /** Adds the pieces of a word as far as there is room, or one mark if a part of it is not known. */
    private int addWord(MatchResult match, long[] found, int from) {
        String word = match.group();
        if (word.charAt(0) == Encoder.FOCUS) {
            found[from] = mask;
            return from + 1;
        }
        if (word.length() > LONGEST_WORD) {
            found[from] = unknown;
            return from + 1;
        }
        int count = from;
        for (int begin = 0; begin < word.length(); ) {
            int end = longest(word, begin);
            if (end < 0) {
                found[from] = unknown;
                return from + 1;
            }
            if (count < found.length - 1) {
                found[count++] = piece(word, begin, end);
            }
            begin = end;
        }
        return count;
    }

    private int longest(String word, int begin) {
        for (int end = word.length(); end > begin; end--) {
            if (piece(word, begin, end) >= 0) {
                return end;
            }
        }
        return -1;
    }

    private int piece(String word, int begin, int end) {
        String part = word.substring(begin, end);
        return pieces.getOrDefault(begin == 0 ? part : WITHIN + part, -1);
    }

    /** The piece that stands for {@link Encoder#FOCUS}. */
    int mask() {
        return mask;
    }

    private int number(String piece) throws IOException {
        Integer number = pieces.get(piece);
        if (number == null) {
            throw new IOException("the vocabulary lacks " + piece);
        }
        return number;
    }
}
