package io.tocsin.analyzer.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of an analysis: one line of {@code tocsin analyze}, and what is stored beside a post. */
public final class AnalysisFormat {
    private static final JsonMapper JSON = new JsonMapper();

    private AnalysisFormat() {}

    /** The analysis as one line of JSON that begins with the post's id. */
    public static String line(AnalyzedPost post) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", post.post().id());
        line.setAll(write(post.analysis()));
        return JSON.writeValueAsString(line);
    }

    /** The analysis alone; {@link #read} gives an equal one back. */
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
                optionalText(json.path("key")));
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

    private static @Nullable String optionalText(JsonNode json) {
        return json.isString() ? json.stringValue() : null;
    }
}
