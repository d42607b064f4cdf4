package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.entity.Entity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of an analysis: one line of {@code tocsin analyze}, and what is stored beside a post. */
public final class AnalysisFormat {
    private static final JsonMapper JSON = new JsonMapper();
    /** The name of the field, followed by the language: encoders of different languages give so many numbers each. */
    private static final String EMBEDDING = "embedding_";

    private AnalysisFormat() {}

    /** The analysis as one line of JSON that begins with the post's id. */
    public static String line(AnalyzedPost post) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", post.post().id());
        line.setAll(write(post.analysis()));
        return JSON.writeValueAsString(line);
    }

    /** The analysis with its embedding; {@link #read} gives an equal one back. */
    public static ObjectNode writeWithEmbedding(Analysis analysis) {
        ObjectNode json = write(analysis);
        if (analysis.embedding() != null) {
            ArrayNode values = json.putArray(EMBEDDING + analysis.language());
            for (float value : analysis.embedding().values()) {
                values.add(value);
            }
        }
        return json;
    }

    /** The analysis without the embedding, which says nothing to people. */
    public static ObjectNode write(Analysis analysis) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("language", analysis.language());
        analysis.watches().forEach(json.putArray("watches")::add);
        Sentiment sentiment = analysis.sentiment();
        if (sentiment != null) {
            json.set("sentiment", write(sentiment));
        }
        json.putObject("complaint")
                .put("label", analysis.complaint().label())
                .put("probability", analysis.complaint().probability());
        json.put("severity", analysis.severity().level());
        if (!analysis.severity().signs().isEmpty()) {
            analysis.severity().signs().forEach(json.putArray("severity_signs")::add);
        }
        if (analysis.key() != null) {
            json.put("key", analysis.key());
        }
        write(analysis.matter(), json);
        json.putArray("customers");
        return json;
    }

    /**
     * Reads what {@link #write} wrote; fields it does not know are ignored.
     *
     * @throws IllegalArgumentException if a required field is missing or is of the wrong kind
     */
    public static Analysis read(JsonNode json) {
        JsonNode sentiment = json.path("sentiment");
        JsonNode complaint = json.path("complaint");
        return new Analysis(
                text(json, "language"),
                texts(json.path("watches")),
                sentiment.isObject() ? readSentiment(sentiment) : null,
                new Complaint(flag(complaint, "label"), number(complaint, "probability")),
                new Severity((int) number(json, "severity"), texts(json.path("severity_signs"))),
                optionalText(json.path("key")),
                readMatter(json),
                embedding(json.path(EMBEDDING + text(json, "language"))));
    }

    private static void write(Matter matter, ObjectNode json) {
        if (matter.category() != null) {
            json.put("category", matter.category());
            json.put("ask", matter.ask().word());
        }
        if (matter.harm() != null) {
            json.put("harm", matter.harm().word());
        }
        if (!matter.words().isEmpty()) {
            matter.words().forEach(json.putArray("words")::add);
        }
        if (!matter.entities().isEmpty()) {
            ArrayNode entities = json.putArray("entities");
            matter.entities()
                    .forEach(entity -> entities.addObject()
                            .put("kind", entity.kind().name().toLowerCase(Locale.ROOT))
                            .put("text", entity.text())
                            .put("name", entity.name()));
        }
        if (!matter.towards().isEmpty()) {
            ObjectNode towards = json.putObject("towards");
            new TreeMap<>(matter.towards()).forEach((watch, feeling) -> towards.put(watch, feeling.word()));
        }
    }

    private static Matter readMatter(JsonNode json) {
        JsonNode harm = json.path("harm");
        JsonNode ask = json.path("ask");
        return new Matter(
                optionalText(json.path("category")),
                harm.isString() ? Harm.of(harm.stringValue()) : null,
                ask.isString() ? Ask.of(ask.stringValue()) : Ask.NONE,
                texts(json.path("words")),
                json.path("entities")
                        .valueStream()
                        .map(AnalysisFormat::readEntity)
                        .toList(),
                json.path("towards")
                        .propertyStream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                e -> Sentiment.Label.of(e.getValue().asString()))));
    }

    private static Entity readEntity(JsonNode json) {
        return new Entity(
                Entity.Kind.valueOf(text(json, "kind").toUpperCase(Locale.ROOT)),
                text(json, "text"),
                text(json, "name"));
    }

    private static ObjectNode write(Sentiment sentiment) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("label", sentiment.label().word())
                .put("negative", sentiment.negative())
                .put("neutral", sentiment.neutral())
                .put("positive", sentiment.positive());
    }

    private static Sentiment readSentiment(JsonNode json) {
        return new Sentiment(number(json, "negative"), number(json, "neutral"), number(json, "positive"));
    }

    private static String text(JsonNode json, String field) {
        return require(json, field, json.path(field).isString()).stringValue();
    }

    private static double number(JsonNode json, String field) {
        return require(json, field, json.path(field).isNumber()).doubleValue();
    }

    private static boolean flag(JsonNode json, String field) {
        return require(json, field, json.path(field).isBoolean()).booleanValue();
    }

    private static JsonNode require(JsonNode json, String field, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("an analysis needs a proper '" + field + "'");
        }
        return json.path(field);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static @Nullable Embedding embedding(JsonNode array) {
        if (!array.isArray()) {
            return null;
        }
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).floatValue();
        }
        return new Embedding(values);
    }

    private static @Nullable String optionalText(JsonNode json) {
        return json.isString() ? json.stringValue() : null;
    }
}
