package io.tocsin.analyzer.store;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import io.tocsin.analyzer.analysis.AnalysisFormat;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.PostFormat;
import io.tocsin.collector.post.PostFormatException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A post as Elasticsearch keeps it: the fields of the interchange format, and the analysis as an object of its own.
 *
 * @param index the month it was written in, UTC
 */
record PostDocument(String id, String index, BinaryData json) {
    /** Every monthly index is named so, followed by year and month. */
    static final String INDEX_PREFIX = "tocsin-posts-";

    private static final String ENGAGEMENT = "engagement";
    private static final int LONGEST_ID = 512;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu.MM", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = new JsonMapper();

    static PostDocument of(AnalyzedPost post) {
        ObjectNode json = PostFormat.toJson(post.post());
        json.set("analysis", AnalysisFormat.writeWithEmbedding(post.analysis()));
        return new PostDocument(
                idOf(post.post().id()),
                index(post.post().createdAt()),
                BinaryData.of(JSON.writeValueAsBytes(json), ContentType.APPLICATION_JSON));
    }

    /** Replaces the counts that are known of a post. */
    static BulkOperation growth(Post post) {
        ObjectNode counts = JSON.createObjectNode();
        JsonNode known = PostFormat.toJson(post).get(ENGAGEMENT);
        if (known != null) {
            counts.set(ENGAGEMENT, known);
        }
        return BulkOperation.of(bulk -> bulk.update(update ->
                update.index(index(post.createdAt())).id(idOf(post.id())).action(action -> action.doc(counts))));
    }

    static AnalyzedPost read(JsonNode json) {
        try {
            return new AnalyzedPost(PostFormat.read(json), AnalysisFormat.read(json.path("analysis")));
        } catch (PostFormatException e) {
            throw new IllegalStateException("The stored post " + json.path("id") + " " + e.getMessage(), e);
        }
    }

    /** The id of the post itself, or its digest where that is longer than Elasticsearch allows. */
    static String idOf(String postId) {
        byte[] bytes = postId.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST_ID ? postId : "sha256:" + HexFormat.of().formatHex(sha256(bytes));
    }

    private static String index(Instant createdAt) {
        return INDEX_PREFIX + MONTH.format(createdAt);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
