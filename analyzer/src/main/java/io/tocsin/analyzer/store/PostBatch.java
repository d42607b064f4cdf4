package io.tocsin.analyzer.store;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents that go to Elasticsearch in one request, each id once. */
record PostBatch(Map<String, PostDocument> byId) {
    private static final int MOST_DOCUMENTS = 1000;
    private static final int MOST_BYTES = 4 << 20;

    /** The posts in batches that are not too large for a request; where an id comes twice, the later counts. */
    static List<PostBatch> of(Collection<AnalyzedPost> posts) {
        var batches = new ArrayList<PostBatch>();
        var batch = new PostBatch(new LinkedHashMap<>());
        long bytes = 0;
        for (PostDocument document : latestOfEachId(posts)) {
            bytes += document.json().size();
            if (batch.byId.size() == MOST_DOCUMENTS || (bytes > MOST_BYTES && !batch.byId.isEmpty())) {
                batches.add(batch);
                batch = new PostBatch(new LinkedHashMap<>());
                bytes = document.json().size();
            }
            batch.byId.put(document.id(), document);
        }
        batches.add(batch);
        return batches;
    }

    Stream<String> indices() {
        return byId.values().stream().map(PostDocument::index).distinct();
    }

    List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** Whether a document of this batch stands in another index too. */
    boolean moves(String id, String fromIndex) {
        PostDocument document = byId.get(id);
        return document != null && !document.index().equals(fromIndex);
    }

    Stream<BulkOperation> writes() {
        return byId.values().stream()
                .map(document -> BulkOperation.of(bulk -> bulk.index(
                        write -> write.index(document.index()).id(document.id()).document(document.json()))));
    }

    private static Collection<PostDocument> latestOfEachId(Collection<AnalyzedPost> posts) {
        return posts.stream()
                .map(PostDocument::of)
                .collect(Collectors.toMap(
                        PostDocument::id, Function.identity(), (earlier, later) -> later, LinkedHashMap::new))
                .values();
    }
}
