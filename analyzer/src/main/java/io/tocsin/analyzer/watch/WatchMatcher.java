package io.tocsin.analyzer.watch;

import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.queryparser.classic.ParseException;

/**
 * Tells which watches a post is about. Any number of threads may ask at once.
 *
 * <p>Upper and lower case, full and half width and accents make no difference. A brand is found as a whole word in
 * scripts that separate words, and anywhere in running text in those that do not, Chinese among them.
 */
public final class WatchMatcher implements AutoCloseable {
    private final Monitor monitor;

    /** @throws IllegalArgumentException if there is a {@link #problem} with a watch */
    public WatchMatcher(List<Watch> watches) {
        try {
            monitor = new Monitor(WatchFields.INDEX_ANALYZER, new MonitorConfiguration());
            monitor.register(watches.stream().map(WatchMatcher::registered).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the watches could not be made ready", e);
        }
    }

    /** What is wrong with the query of a watch and what to do about it, if anything is. */
    public static Optional<String> problem(Watch watch) {
        try {
            WatchQuery.parse(watch.query());
            return Optional.empty();
        } catch (ParseException e) {
            return Optional.of("watch '" + watch.name() + "': " + e.getMessage());
        }
    }

    /**
     * The names of the watches the post is about, sorted.
     *
     * @param language what the analysis says the language is, for queries like {@code language:zh}
     */
    public List<String> matches(Post post, String language) {
        try {
            return monitor.match(document(post, language), QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                    .map(QueryMatch::getQueryId)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the watches could not be matched", e);
        }
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the watches could not be closed", e);
        }
    }

    private static MonitorQuery registered(Watch watch) {
        try {
            return new MonitorQuery(watch.name(), WatchQuery.parse(watch.query()));
        } catch (ParseException e) {
            throw new IllegalArgumentException("watch '" + watch.name() + "': " + e.getMessage(), e);
        }
    }

    private static Document document(Post post, String language) {
        Document document = new Document();
        document.add(field(WatchFields.TEXT, post.text()));
        document.add(field(WatchFields.PLATFORM, post.platform()));
        document.add(field(WatchFields.LANGUAGE, language));
        Author author = post.author();
        if (author != null) {
            Stream.of(Optional.ofNullable(author.handle()), Optional.ofNullable(author.name()))
                    .flatMap(Optional::stream)
                    .forEach(name -> document.add(field(WatchFields.AUTHOR, name)));
        }
        return document;
    }

    private static Field field(String name, String value) {
        return new TextField(name, value, Field.Store.NO);
    }
}
