package io.tocsin.analyzer.watch;

import java.util.List;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Reads the query of a watch, and refuses one that would not do what its author means. */
final class WatchQuery extends QueryParser {

    private WatchQuery() {
        super(WatchFields.TEXT, WatchFields.QUERY_ANALYZER);
        setSplitOnWhitespace(true);
        setAutoGeneratePhraseQueries(true);
        setAllowLeadingWildcard(true);
    }

    /** @throws ParseException with a message for the person who wrote the query */
    static Query read(String text) throws ParseException {
        if (text.isBlank()) {
            throw new ParseException("the query is empty; write a name to look for");
        }
        try {
            Query query = new WatchQuery().parse(text);
            requireSomethingToFind(query);
            return query;
        } catch (ParseException e) {
            throw new ParseException(reason(e));
        } catch (IllegalArgumentException | TooComplexToDeterminizeException e) {
            throw new ParseException("a pattern in the query cannot be used: " + e.getMessage());
        }
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
        requireKnown(field);
        Query query = super.getFieldQuery(field, text, quoted);
        if (query == null) {
            throw new ParseException("'" + text + "' has no letter and no digit to look for; leave it out");
        }
        return query;
    }

    @Override
    protected Query getPrefixQuery(String field, String text) throws ParseException {
        requireOneWord(field, text);
        return super.getPrefixQuery(field, text);
    }

    @Override
    protected Query getWildcardQuery(String field, String text) throws ParseException {
        boolean everything = field.equals("*") && text.equals("*");
        if (!everything) {
            requireOneWord(field, text);
        }
        return super.getWildcardQuery(field, text);
    }

    @Override
    protected Query getFuzzyQuery(String field, String text, float similarity) throws ParseException {
        requireOneWord(field, text);
        return super.getFuzzyQuery(field, text, similarity);
    }

    @Override
    protected Query getRegexpQuery(String field, String text) throws ParseException {
        requireKnown(field);
        return super.getRegexpQuery(field, text);
    }

    @Override
    protected Query getRangeQuery(String field, String from, String to, boolean withFrom, boolean withTo)
            throws ParseException {
        throw new ParseException(
                "a range like [a TO b] finds nothing in posts; quote the text if the brackets belong to it");
    }

    private static void requireKnown(String field) throws ParseException {
        if (!WatchFields.ALL.contains(field)) {
            throw new ParseException("there is no field '" + field + "', only " + String.join(", ", WatchFields.ALL)
                    + "; write \\: if the colon belongs to the text");
        }
    }

    private static void requireOneWord(String field, String text) throws ParseException {
        requireKnown(field);
        List<PostWords.Word> words = PostWords.of(text.replaceAll("[*?\\\\]", ""));
        if (words.stream().anyMatch(word -> PostWords.standsAlone(word.text().codePointAt(0)))) {
            throw new ParseException("leave the wildcard out of '" + text
                    + "': in Chinese a name is found anywhere in running text without one");
        }
        if (words.size() != 1) {
            throw new ParseException(
                    "'" + text + "' uses a wildcard, which works within one word of letters and digits");
        }
    }

    private static void requireSomethingToFind(Query query) throws ParseException {
        if (query instanceof BooleanQuery some) {
            if (some.clauses().stream().allMatch(BooleanClause::isProhibited)) {
                throw new ParseException("the query, or a part of it in brackets, only says what not to find;"
                        + " add what to find, or *:* for every post");
            }
            for (BooleanClause clause : some.clauses()) {
                requireSomethingToFind(clause.query());
            }
        }
    }

    private static String reason(ParseException e) {
        if (!(e.getCause() instanceof ParseException cause)) {
            return e.getCause() == null
                    ? String.valueOf(e.getMessage())
                    : "a quote or a bracket in the query is not closed, or a sign lacks its \\";
        }
        Token last = cause.currentToken;
        if (last == null) {
            return String.valueOf(cause.getMessage());
        }
        String what = last.next.image.isEmpty() ? "its end" : "'" + last.next.image + "'";
        return "the query cannot be understood at " + what + " (column " + (last.next.beginColumn + 1)
                + "); brackets and quotes come in pairs, and AND, OR, NOT stand between words";
    }
}
