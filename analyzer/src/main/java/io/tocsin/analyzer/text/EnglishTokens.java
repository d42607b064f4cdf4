package io.tocsin.analyzer.text;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.process.WordToSentenceProcessor.NewlineIsSentenceBreak;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** English tokens by CoreNLP, which needs no model for them. */
public final class EnglishTokens {
    private static final String OPTIONS = "ptb3Escaping=false,untokenizable=noneKeep,tokenizeNLs=true";
    /** Characters without a space that are read in one go: the tokenizer takes time by their square. */
    private static final int LONGEST_RUN = 200;

    private EnglishTokens() {}

    /** The sentences of a text, none of them empty. A new line ends one. */
    public static List<List<CoreLabel>> sentences(String text) {
        return new WordToSentenceProcessor<CoreLabel>(NewlineIsSentenceBreak.ALWAYS)
                .process(tokens(text)).stream()
                        .filter(sentence -> !sentence.isEmpty())
                        .toList();
    }

    private static List<CoreLabel> tokens(String text) {
        List<CoreLabel> tokens = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = endOfPiece(begin, text);
            for (CoreLabel token : tokensOfPiece(text.substring(begin, end))) {
                token.setBeginPosition(token.beginPosition() + begin);
                token.setEndPosition(token.endPosition() + begin);
                tokens.add(token);
            }
            begin = end;
        }
        return tokens;
    }

    private static List<CoreLabel> tokensOfPiece(String piece) {
        return new PTBTokenizer<>(new StringReader(piece), new CoreLabelTokenFactory(), OPTIONS).tokenize();
    }

    private static int endOfPiece(int begin, String text) {
        int run = 0;
        int end = begin;
        while (end < text.length() && run < LONGEST_RUN) {
            run = Character.isWhitespace(text.charAt(end)) ? 0 : run + 1;
            end++;
        }
        return end;
    }
}
