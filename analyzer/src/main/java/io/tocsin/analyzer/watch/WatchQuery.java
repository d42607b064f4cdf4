package io.tocsin.analyzer.watch;

import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.Query;

/** Reads the query of a watch, and refuses one that cannot do what its author means. */
final class WatchQuery {

    private WatchQuery() {}

    /** @throws ParseException with a message for the person who wrote the query */
    static Query parse(String query) throws ParseException {
        QueryParser parser = new QueryParser(WatchFields.TEXT, WatchFields.QUERY_ANALYZER);
        parser.setSplitOnWhitespace(true);
        parser.setAutoGeneratePhraseQueries(true);
        return parser.parse(query);
    }
}
