package io.tocsin.collector.connect.x;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.fetch.Content;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the stream is filtered by: one rule for each query. They stay at X until they are changed.
 *
 * @param tag tells them from the rules of other programs with the same app
 */
record StreamRules(Api api, String tag, List<String> queries) {
    private static final String PATH = "tweets/search/stream/rules";
    private static final String THERE_ALREADY = "DuplicateRule";
    private static final JsonMapper JSON = new JsonMapper();

    /** Makes the rules at X be these; those of others stay. */
    void put() throws SourceException {
        List<String> outdated = new ArrayList<>();
        List<String> missing = new ArrayList<>(queries);
        Json answer = api.json(api.path(PATH));
        for (Json rule : answer.find("data").isPresent() ? answer.items("data") : List.<Json>of()) {
            if (tag.equals(rule.textOrNull("tag")) && !missing.remove(rule.text("value"))) {
                outdated.add(rule.text("id"));
            }
        }
        if (!outdated.isEmpty()) {
            change(Map.of("delete", Map.of("ids", outdated)));
        }
        if (!missing.isEmpty()) {
            change(Map.of("add", missing.stream().map(this::rule).toList()));
        }
    }

    private Map<String, String> rule(String query) {
        return Map.of("value", query, "tag", tag);
    }

    private void change(Object rules) throws SourceException {
        Json answer = api.json(api.path(PATH), Content.json(JSON.writeValueAsString(rules)));
        for (Json error : answer.find("errors").isPresent() ? answer.items("errors") : List.<Json>of()) {
            String title = Objects.requireNonNullElse(error.textOrNull("title"), "no reason given");
            if (!title.equals(THERE_ALREADY)) {
                throw new SourceException(
                        Problem.Kind.UNREADABLE,
                        "X does not take a query under 'search' as a rule of its stream: " + title + ": "
                                + Objects.requireNonNullElse(error.textOrNull("value"), "which one is not said")
                                + ". Correct it, or write 'stream: false'.");
            }
        }
    }

    /** Whether a post came because of these rules. */
    boolean matched(Json streamed) throws SourceException {
        for (Json rule : streamed.items("matching_rules")) {
            if (tag.equals(rule.textOrNull("tag"))) {
                return true;
            }
        }
        return false;
    }
}
