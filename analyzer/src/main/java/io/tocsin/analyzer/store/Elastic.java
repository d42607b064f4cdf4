package io.tocsin.analyzer.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.util.ObjectBuilder;
import io.tocsin.analyzer.analysis.PostsUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import tools.jackson.databind.node.ObjectNode;

/** The requests that the store of posts makes. Every failure comes out as a {@link PostsUnavailableException}. */
final class Elastic implements AutoCloseable {
    private static final int PAGE = 1000;
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_KEYWORD = 1024;
    private static final Time KEEP = Time.of(time -> time.time("5m"));

    private final ElasticSettings settings;
    private final ElasticsearchClient client;

    Elastic(ElasticSettings settings) {
        this.settings = settings;
        var http = Rest5Client.builder(settings.url())
                .setDefaultHeaders(authorization(settings))
                .build();
        this.client = new ElasticsearchClient(new Rest5ClientTransport(http, new Jackson3JsonpMapper()));
    }

    void putTemplate(String name, InputStream json) {
        ask(() -> client.indices().putIndexTemplate(put -> put.name(name).withJson(json)));
    }

    /** Lets fields be searched for as the template has it, in indices that are older than it. */
    void putKeywords(List<String> indices, List<String> fields) {
        ask(() -> client.indices().putMapping(put -> {
            fields.forEach(field -> put.properties(
                    field, property -> property.keyword(keyword -> keyword.ignoreAbove(LONGEST_KEYWORD))));
            return put.index(indices).allowNoIndices(true);
        }));
    }

    /** Makes what was written before visible to searches; costs little where nothing was written. */
    void refresh(List<String> indices) {
        ask(() -> client.indices().refresh(refresh -> refresh.index(indices)));
    }

    /** Does all of it; when it returns, it survives a crash. */
    void write(List<BulkOperation> operations) {
        var response = ask(() -> client.bulk(bulk -> bulk.operations(operations)));
        if (response.errors()) {
            throw new PostsUnavailableException(ElasticProblem.refusedItems(settings, response.items()), null);
        }
    }

    /**
     * Changes documents; when it returns, it survives a crash.
     *
     * @return the ids of those that are not there
     */
    Set<String> update(List<BulkOperation> operations) {
        var items = ask(() -> client.bulk(bulk -> bulk.operations(operations))).items();
        var refused = items.stream()
                .filter(item -> item.error() != null && item.status() != NOT_FOUND)
                .toList();
        if (!refused.isEmpty()) {
            throw new PostsUnavailableException(ElasticProblem.refusedItems(settings, refused), null);
        }
        return items.stream()
                .filter(item -> item.status() == NOT_FOUND)
                .map(item -> Objects.requireNonNull(item.id()))
                .collect(Collectors.toSet());
    }

    List<Hit<ObjectNode>> search(Function<SearchRequest.Builder, ObjectBuilder<SearchRequest>> search) {
        return ask(
                () -> client.search(request -> search.apply(request.allowPartialSearchResults(false)), ObjectNode.class)
                        .hits()
                        .hits());
    }

    long count(List<String> indices) {
        var response = ask(() -> client.search(
                request -> request.index(indices)
                        .size(0)
                        .trackTotalHits(track -> track.enabled(true))
                        .allowPartialSearchResults(false),
                ObjectNode.class));
        return Objects.requireNonNull(response.hits().total()).value();
    }

    /** How many documents there are of each of the values of a field, and of those of each value of a second field. */
    Map<String, Map<String, Long>> countBy(String field, List<String> values, String second, List<String> indices) {
        var response = ask(() -> client.search(
                request -> request.index(indices)
                        .size(0)
                        .allowPartialSearchResults(false)
                        .query(are(field, values))
                        .aggregations(
                                field,
                                first -> first.terms(terms -> terms.field(field).size(values.size()))
                                        .aggregations(
                                                second,
                                                within -> within.terms(terms ->
                                                        terms.field(second).size(PAGE)))),
                ObjectNode.class));
        return counts(
                response.aggregations(),
                field,
                bucket -> counts(bucket.aggregations(), second, StringTermsBucket::docCount));
    }

    private static Query are(String field, List<String> values) {
        return Query.of(query -> query.terms(any -> any.field(field)
                .terms(terms -> terms.value(values.stream().map(FieldValue::of).toList()))));
    }

    /** Empty for a field that no index has. */
    private static <T> Map<String, T> counts(
            Map<String, Aggregate> aggregates, String field, Function<StringTermsBucket, T> of) {
        Aggregate terms = aggregates.get(field);
        if (terms == null || !terms.isSterms()) {
            return Map.of();
        }
        return terms.sterms().buckets().array().stream()
                .collect(Collectors.toMap(bucket -> bucket.key().stringValue(), of));
    }

    /** Every document that fits, each once, as they were when the call began, in no order. */
    void scan(List<String> indices, Query query, Consumer<ObjectNode> each) {
        String view = ask(() ->
                        client.openPointInTime(open -> open.index(indices).keepAlive(KEEP)))
                .id();
        try {
            List<Hit<ObjectNode>> page = page(view, query, List.of());
            while (!page.isEmpty()) {
                page.forEach(hit -> each.accept(source(hit)));
                page = page(view, query, page.getLast().sort());
            }
        } finally {
            ask(() -> client.closePointInTime(close -> close.id(view)));
        }
    }

    static String id(Hit<ObjectNode> hit) {
        return Objects.requireNonNull(hit.id());
    }

    static ObjectNode source(Hit<ObjectNode> hit) {
        return Objects.requireNonNull(hit.source());
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Hit<ObjectNode>> page(String view, Query query, List<FieldValue> after) {
        return search(request -> {
            request.pit(pit -> pit.id(view).keepAlive(KEEP))
                    .query(query)
                    .size(PAGE)
                    .trackTotalHits(track -> track.enabled(false))
                    .sort(sort -> sort.field(field -> field.field("_shard_doc")));
            return after.isEmpty() ? request : request.searchAfter(after);
        });
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (ElasticsearchException e) {
            throw new PostsUnavailableException(ElasticProblem.refused(settings, e.status(), e.error()), e);
        } catch (IOException | RuntimeException e) {
            // The client's own exceptions for an answer that only looks like one of Elasticsearch.
            throw new PostsUnavailableException(ElasticProblem.unreachable(settings, e), e);
        }
    }

    private static Header[] authorization(ElasticSettings settings) {
        if (settings.username() == null) {
            return new Header[0];
        }
        byte[] pair = (settings.username() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
        String value = "Basic " + Base64.getEncoder().encodeToString(pair);
        return new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, value)};
    }

    private interface Question<T> {
        T ask() throws IOException;
    }
}
