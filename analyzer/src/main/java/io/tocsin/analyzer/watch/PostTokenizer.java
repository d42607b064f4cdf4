package io.tocsin.analyzer.watch;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts a post into words, and scripts without spaces into characters, so that a phrase of them is found in running text.
 *
 * <p>Lucene's StandardTokenizer keeps {@code acme's}, {@code acme.please} and {@code acme_help} together, in none of
 * which a search for {@code acme} would find it, and drops the signs of {@code #acme} and {@code @acme}.
 */
final class PostTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
    private final boolean alsoWithoutSign;
    private final Queue<PostWords.Word> words = new ArrayDeque<>();
    private int length;
    private boolean bareNext;

    /** @param alsoWithoutSign whether {@code #acme} gives {@code acme} too, at the same position */
    PostTokenizer(boolean alsoWithoutSign) {
        this.alsoWithoutSign = alsoWithoutSign;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        StringWriter text = new StringWriter();
        input.transferTo(text);
        length = text.getBuffer().length();
        words.clear();
        words.addAll(PostWords.of(text.toString()));
        bareNext = false;
    }

    @Override
    public boolean incrementToken() {
        PostWords.Word word = words.peek();
        if (word == null) {
            return false;
        }
        clearAttributes();
        boolean signed = word.sign() != PostWords.NO_SIGN && !bareNext;
        if (signed) {
            term.append(word.sign());
        }
        term.append(word.text());
        step.setPositionIncrement(bareNext ? 0 : 1);
        place.setOffset(correctOffset(word.start()), correctOffset(word.end()));
        bareNext = signed && alsoWithoutSign;
        if (!bareNext) {
            words.remove();
        }
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        place.setOffset(correctOffset(length), correctOffset(length));
    }
}
