package io.tocsin.collector.post;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The interchange format: one post as one JSON object. Unknown fields are ignored; what is not known is absent. */
public final class PostFormat {
    private static final JsonMapper JSON = JsonMapper.shared();

    private PostFormat() {}

    /** Reads one line. */
    public static Post read(String json) throws PostFormatException {
        try {
            return read(JSON.readTree(json));
        } catch (JacksonException broken) {
            // What is nested too deep has no place.
            TokenStreamLocation at = broken.getLocation();
            throw new PostFormatException("is no JSON" + (at == null ? "" : " (column " + at.getColumnNr() + ")"));
        }
    }

    public static Post read(JsonNode json) throws PostFormatException {
        if (!json.isObject()) {
            throw new PostFormatException("is no JSON object");
        }
        JsonFields fields = new JsonFields(json, "");
        return Post.builder(
                        fields.required("id"),
                        fields.required("platform"),
                        fields.requiredText("text"),
                        fields.requiredTime("created_at"))
                .url(fields.text("url"))
                .language(fields.text("language"))
                .author(author(fields.object("author")))
                .precision(precision(fields))
                .collectedAt(fields.time("collected_at"))
                .inReplyTo(fields.text("in_reply_to"))
                .repostOf(fields.text("repost_of"))
                .copyOf(fields.text("copy_of"))
                .root(fields.text("root"))
                .engagement(engagement(fields.object("engagement")))
                .synthetic(Boolean.TRUE.equals(fields.flag("synthetic")))
                .build();
    }

    /** Writes one line, without its end. */
    public static String write(Post post) {
        return toJson(post).toString();
    }

    public static ObjectNode toJson(Post post) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", post.id());
        json.put("platform", post.platform());
        put(json, "url", post.url());
        json.put("text", post.text());
        put(json, "language", post.language());
        Author author = post.author();
        if (author != null) {
            json.set("author", toJson(author));
        }
        put(json, "created_at", post.createdAt());
        Precision precision = post.precision();
        put(json, "precision", precision == null ? null : precision.word());
        put(json, "collected_at", post.collectedAt());
        put(json, "in_reply_to", post.inReplyTo());
        put(json, "repost_of", post.repostOf());
        put(json, "copy_of", post.copyOf());
        put(json, "root", post.root());
        if (!post.engagement().equals(Engagement.UNKNOWN)) {
            json.set("engagement", toJson(post.engagement()));
        }
        if (post.synthetic()) {
            json.put("synthetic", true);
        }
        return json;
    }

    private static ObjectNode toJson(Author author) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", author.id());
        put(json, "handle", author.handle());
        put(json, "name", author.name());
        put(json, "followers", author.followers());
        Boolean verified = author.verified();
        if (verified != null) {
            json.put("verified", verified);
        }
        put(json, "location", author.location());
        put(json, "created_at", author.createdAt());
        return json;
    }

    private static ObjectNode toJson(Engagement counts) {
        ObjectNode json = JSON.createObjectNode();
        put(json, "reposts", counts.reposts());
        put(json, "replies", counts.replies());
        put(json, "likes", counts.likes());
        put(json, "views", counts.views());
        return json;
    }

    private static @Nullable Precision precision(JsonFields fields) throws PostFormatException {
        String word = fields.text("precision");
        return word == null
                ? null
                : Precision.of(word)
                        .orElseThrow(() -> fields.wrong("precision", "minute, hour, day, week, month or year"));
    }

    private static @Nullable Author author(@Nullable JsonFields fields) throws PostFormatException {
        if (fields == null) {
            return null;
        }
        return new Author(
                fields.required("id"),
                fields.text("handle"),
                fields.text("name"),
                fields.count("followers"),
                fields.flag("verified"),
                fields.text("location"),
                fields.time("created_at"));
    }

    private static Engagement engagement(@Nullable JsonFields fields) throws PostFormatException {
        if (fields == null) {
            return Engagement.UNKNOWN;
        }
        return new Engagement(
                fields.count("reposts"), fields.count("replies"), fields.count("likes"), fields.count("views"));
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Long count -> json.put(name, count.longValue());
            default -> json.put(name, value.toString());
        }
    }
}
