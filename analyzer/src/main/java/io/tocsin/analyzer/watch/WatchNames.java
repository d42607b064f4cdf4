package io.tocsin.analyzer.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The names that a query watches: all of its alternatives, or the alternatives of its first requirement, as further
 * ones only narrow it.
 */
final class WatchNames {
    static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final String PART_OF_WORD =
            "[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]]";
    /** Not {@code \W}, which every Chinese character is. */
    private static final String BETWEEN_WORDS = "[^\\p{L}\\p{N}]*";

    private static final String NO_WORD_BEFORE = "(?<!" + PART_OF_WORD + ")";
    private static final String NO_WORD_AFTER = "(?!" + PART_OF_WORD + ")";

    private WatchNames() {}

    /** Finds the names in a text as people write it. */
    static Pattern pattern(Query query) {
        List<String> names = new ArrayList<>();
        collect(query, names);
        return names.isEmpty()
                ? NOTHING
                : Pattern.compile(String.join("|", names), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static void collect(Query query, List<String> names) {
        switch (query) {
            case TermQuery term -> add(names, term.getTerm());
            case PhraseQuery phrase -> add(names, phrase.getTerms());
            case BoostQuery boosted -> collect(boosted.getQuery(), names);
            case BooleanQuery clauses -> collect(clauses, names);
            default -> {} // a pattern names nothing in particular
        }
    }

    private static void collect(BooleanQuery query, List<String> names) {
        query.clauses().stream()
                .filter(BooleanClause::isRequired)
                .findFirst()
                .ifPresentOrElse(
                        first -> collect(first.query(), names),
                        () -> query.clauses().stream()
                                .filter(clause -> clause.occur() == Occur.SHOULD)
                                .forEach(clause -> collect(clause.query(), names)));
    }

    private static void add(List<String> names, Term... words) {
        if (words[0].field().equals(WatchFields.TEXT)) {
            names.add(
                    Arrays.stream(words).map(word -> pattern(word.text())).collect(Collectors.joining(BETWEEN_WORDS)));
        }
    }

    private static String pattern(String word) {
        String bare = word.startsWith("#") || word.startsWith("@") ? word.substring(1) : word;
        String sign = "[#@]?";
        return PostWords.standsAlone(bare.codePointAt(0))
                ? sign + Pattern.quote(bare)
                : sign + NO_WORD_BEFORE + Pattern.quote(bare) + NO_WORD_AFTER;
    }
}
