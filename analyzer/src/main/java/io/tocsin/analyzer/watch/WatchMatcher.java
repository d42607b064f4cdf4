package io.tocsin.analyzer.watch;

import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.Query;

/**
 * Tells which watches a post is about. Any number of threads may ask at once.
 *
 * <p>Upper and lower case, full and half width and accents make no difference. A brand is found as a whole word in
 * scripts that separate words, and anywhere in running text in those that do not, Chinese among them.
 */
public final class WatchMatcher implements AutoCloseable {
    private final Monitor monitor;
    private final Map<String, Pattern> names;

    /** @throws IllegalArgumentException if there is a {@link #problem} with a watch */
    public WatchMatcher(List<Watch> watches) {
        Map<String, Query> queries = watches.stream().collect(Collectors.toMap(Watch::name, WatchMatcher::query));
        names = queries.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> WatchNames.pattern(e.getValue())));
        try {
            monitor = new Monitor(WatchFields.INDEX_ANALYZER, new MonitorConfiguration());
            monitor.register(queries.entrySet().stream()
                    .map(e -> new MonitorQuery(e.getKey(), e.getValue()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the watches could not be made ready", e);
        }
    }

    /** What is wrong with the query of a watch and what to do about it, if anything is. */
    public static Optional<String> problem(Watch watch) {
        try {
            WatchQuery.read(watch.query());
            return Optional.empty();
        } catch (ParseException e) {
            return Optional.of("watch '" + watch.name() + "': " + e.getMessage());
        }
    }

    /** Whether nothing is watched at all. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** The names of the watches the post is about, whose text is meant as it stands. */
    public List<String> matches(Post post, String language) {
        return matches(post, post.text(), language);
    }

    /**
     * The names of the watches the post is about, sorted.
     *
     * @param meant the text without its disguises; a watch is found in it as well as in the text as it stands
     * @param language what the analysis says the language is, for queries like {@code language:zh}
     */
    public List<String> matches(Post post, String meant, String language) {
        try {
            return monitor.match(document(post, meant, language), QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                    .map(QueryMatch::getQueryId)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the watches could not be matched", e);
        }
    }

    /**
     * The text without the names that these watches watch, so that what is said is judged and not of whom.
     *
     * @param watches names of watches the text is about
     */
    public String withoutNames(String text, List<String> watches) {
        String rest = text;
        for (String watch : watches) {
            Pattern name = names.get(watch);
            rest = name == null ? rest : name.matcher(rest).replaceAll("");
        }
        return rest;
    }

    /**
     * The text with other words in place of the names it has.
     *
     * @param watch whose names matter
     * @param inFocus instead of these
     * @param somebodyElse instead of the names of all other watches
     * @return empty unless there are both
     */
    public Optional<String> inFocus(String text, String watch, String inFocus, String somebodyElse) {
        Matcher own = names.getOrDefault(watch, WatchNames.NOTHING).matcher(text);
        if (!own.find()) {
            return Optional.empty();
        }
        String focused = own.replaceAll(inFocus);
        String rest = focused;
        for (Map.Entry<String, Pattern> other : names.entrySet()) {
            rest = other.getKey().equals(watch)
                    ? rest
                    : other.getValue().matcher(rest).replaceAll(somebodyElse);
        }
        return rest.equals(focused) ? Optional.empty() : Optional.of(rest);
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the watches could not be closed", e);
        }
    }

    private static Query query(Watch watch) {
        try {
            return WatchQuery.read(watch.query());
        } catch (ParseException e) {
            throw new IllegalArgumentException("watch '" + watch.name() + "': " + e.getMessage(), e);
        }
    }

    private static Document document(Post post, String meant, String language) {
        Document document = new Document();
        document.add(field(WatchFields.TEXT, post.text()));
        if (!meant.equals(post.text())) {
            document.add(field(WatchFields.TEXT, meant));
        }
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
