package io.tocsin.analyzer.store;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Copies;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.collector.post.Post;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Posts in Elasticsearch: one index a month, {@code tocsin-posts-YYYY.MM}, all behind the alias {@code tocsin-posts}.
 *
 * <p>Uses only what a full cluster and the embedded engine both have, and asks neither before the first call.
 */
public final class ElasticPosts implements Posts, AutoCloseable {
    private static final String TEMPLATE = "post-index-template.json";
    private static final List<String> EVERY_MONTH = List.of(PostDocument.INDEX_PREFIX + "*");
    /** Fields that indices of earlier versions lack. */
    private static final List<String> LATER_KEYWORDS = List.of("copy_of");

    private static final int IDS_PER_SEARCH = 1000;

    private final Elastic elastic;

    /** One save at a time: two with the same id must not both find that no other month has it. */
    private final ReentrantLock saving = new ReentrantLock();

    private boolean templateIsThere;

    public ElasticPosts(ElasticSettings settings) {
        elastic = new Elastic(settings);
    }

    @Override
    public void save(Collection<AnalyzedPost> posts) {
        if (posts.isEmpty()) {
            return;
        }
        List<PostBatch> batches = PostBatch.of(posts);
        List<String> otherMonths = monthsThatMayHoldOlderCopies(batches);
        saving.lock();
        try {
            putTemplate();
            elastic.refresh(otherMonths);
            batches.forEach(batch -> save(batch, otherMonths));
        } finally {
            saving.unlock();
        }
    }

    @Override
    public List<Post> grow(Collection<Post> posts) {
        if (posts.isEmpty()) {
            return List.of();
        }
        saving.lock();
        try {
            putTemplate();
            Set<String> missing =
                    elastic.update(posts.stream().map(PostDocument::growth).toList());
            return posts.stream()
                    .filter(post -> missing.contains(PostDocument.idOf(post.id())))
                    .toList();
        } finally {
            saving.unlock();
        }
    }

    @Override
    public List<AnalyzedPost> find(Collection<String> ids) {
        var found = new HashMap<String, AnalyzedPost>();
        List<String> wanted = ids.stream().map(PostDocument::idOf).distinct().toList();
        elastic.refresh(EVERY_MONTH);
        for (int from = 0; from < wanted.size(); from += IDS_PER_SEARCH) {
            var some = wanted.subList(from, Math.min(from + IDS_PER_SEARCH, wanted.size()));
            elastic.search(search ->
                            search.index(EVERY_MONTH).query(haveIds(some)).size(some.size()))
                    .forEach(hit -> found.put(Elastic.id(hit), PostDocument.read(Elastic.source(hit))));
        }
        return ids.stream()
                .map(PostDocument::idOf)
                .map(found::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Map<String, Copies> copies(Collection<String> ids) {
        var found = new HashMap<String, Copies>();
        List<String> wanted = ids.stream().distinct().toList();
        elastic.refresh(EVERY_MONTH);
        for (int from = 0; from < wanted.size(); from += IDS_PER_SEARCH) {
            var some = wanted.subList(from, Math.min(from + IDS_PER_SEARCH, wanted.size()));
            elastic.countBy("copy_of", some, "platform", EVERY_MONTH)
                    .forEach((id, platforms) -> found.put(id, copies(platforms)));
        }
        return found;
    }

    private static Copies copies(Map<String, Long> platforms) {
        return new Copies(
                platforms.values().stream().mapToLong(Long::longValue).sum(), List.copyOf(platforms.keySet()));
    }

    @Override
    public void complaintsSince(Instant from, Consumer<AnalyzedPost> each) {
        elastic.refresh(EVERY_MONTH);
        elastic.scan(EVERY_MONTH, areComplaintsCreatedSince(from), json -> {
            AnalyzedPost post = PostDocument.read(json);
            if (!post.post().writtenAt().isBefore(from)) {
                each.accept(post);
            }
        });
    }

    @Override
    public long count() {
        elastic.refresh(EVERY_MONTH);
        return elastic.count(EVERY_MONTH);
    }

    @Override
    public void close() {
        elastic.close();
    }

    private void save(PostBatch batch, List<String> otherMonths) {
        elastic.write(Stream.concat(removalsOfOlderCopies(batch, otherMonths), batch.writes())
                .toList());
    }

    /** A post whose time was corrected may stand in the index of another month. */
    private Stream<BulkOperation> removalsOfOlderCopies(PostBatch batch, List<String> otherMonths) {
        return elastic
                .search(search -> search.index(otherMonths)
                        .query(haveIds(batch.ids()))
                        .size(batch.ids().size())
                        .source(source -> source.fetch(false)))
                .stream()
                .filter(hit -> batch.moves(Elastic.id(hit), hit.index()))
                .map(hit -> BulkOperation.of(
                        bulk -> bulk.delete(delete -> delete.index(hit.index()).id(hit.id()))));
    }

    /** Posts of one month, the usual case, leave the index alone that is being written to: no refresh for every save. */
    private static List<String> monthsThatMayHoldOlderCopies(List<PostBatch> batches) {
        var months = batches.stream().flatMap(PostBatch::indices).distinct().toList();
        return months.size() == 1 ? List.of(EVERY_MONTH.getFirst(), "-" + months.getFirst()) : EVERY_MONTH;
    }

    private static Query haveIds(List<String> ids) {
        return Query.of(query -> query.ids(any -> any.values(ids)));
    }

    private static Query areComplaintsCreatedSince(Instant from) {
        return Query.of(query -> query.bool(all -> all.filter(is ->
                        is.term(term -> term.field("analysis.complaint.label").value(true)))
                .filter(is -> is.exists(field -> field.field("analysis.watches")))
                .filter(is -> is.range(
                        range -> range.date(date -> date.field("created_at").gte(from.toString()))))));
    }

    private void putTemplate() {
        if (templateIsThere) {
            return;
        }
        try (InputStream template = Objects.requireNonNull(ElasticPosts.class.getResourceAsStream(TEMPLATE))) {
            elastic.putTemplate("tocsin-posts", template);
            elastic.putKeywords(EVERY_MONTH, LATER_KEYWORDS);
            templateIsThere = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
