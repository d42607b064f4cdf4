package io.tocsin.analyzer.watch;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/** The fields a watch may ask for, and how their text becomes terms. */
final class WatchFields {
    static final String TEXT = "text";
    static final String AUTHOR = "author";
    static final String PLATFORM = "platform";
    static final String LANGUAGE = "language";
    static final List<String> ALL = List.of(TEXT, AUTHOR, PLATFORM, LANGUAGE);

    /** For posts: a word with a sign is found with and without it. */
    static final Analyzer INDEX_ANALYZER = perField(new TextAnalyzer(true));

    /** For queries: a word with a sign is asked for with it. */
    static final Analyzer QUERY_ANALYZER = perField(new TextAnalyzer(false));

    private WatchFields() {}

    private static Analyzer perField(Analyzer text) {
        Analyzer code = new CodeAnalyzer();
        return new PerFieldAnalyzerWrapper(text, Map.of(PLATFORM, code, LANGUAGE, code));
    }

    /** Running text. */
    private static final class TextAnalyzer extends Analyzer {
        private final boolean alsoWithoutSign;

        TextAnalyzer(boolean alsoWithoutSign) {
            this.alsoWithoutSign = alsoWithoutSign;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            PostTokenizer tokenizer = new PostTokenizer(alsoWithoutSign);
            return new TokenStreamComponents(tokenizer, normalize(field, tokenizer));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(in));
        }
    }

    /** A code of one word, like {@code weibo} or {@code zh}. */
    private static final class CodeAnalyzer extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            KeywordTokenizer tokenizer = new KeywordTokenizer();
            return new TokenStreamComponents(tokenizer, normalize(field, tokenizer));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new LowerCaseFilter(in);
        }
    }
}
