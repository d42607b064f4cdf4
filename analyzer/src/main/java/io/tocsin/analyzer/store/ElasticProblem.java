package io.tocsin.analyzer.store;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What went wrong with Elasticsearch, as sentences for people that never quote a post. */
final class ElasticProblem {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private ElasticProblem() {}

    static String unreachable(ElasticSettings settings, IOException cause) {
        return "Elasticsearch at " + settings.url() + " does not answer (" + cause
                + "). Start it or correct elasticsearch.url; the log of the embedded one is logs/engine.log in its folder.";
    }

    static String refused(ElasticSettings settings, int status, ErrorCause error) {
        String name = "Elasticsearch at " + settings.url();
        return status == UNAUTHORIZED
                ? name + " refuses the user: correct elasticsearch.username and elasticsearch.password."
                : name + " refused a request: " + reason(status, error) + ".";
    }

    /** Tells how many of the items were refused, and every reason once. */
    static String refusedItems(ElasticSettings settings, List<BulkResponseItem> items) {
        List<String> reasons = items.stream().flatMap(ElasticProblem::reason).toList();
        return "Elasticsearch at " + settings.url() + " refused " + reasons.size() + " of " + items.size() + " writes: "
                + String.join("; ", Set.copyOf(reasons)) + ".";
    }

    private static Stream<String> reason(BulkResponseItem item) {
        ErrorCause error = item.error();
        return error == null ? Stream.empty() : Stream.of(reason(item.status(), error));
    }

    /** The reason of a bad request speaks of the document and may quote it; every other speaks of the store. */
    private static String reason(int status, ErrorCause error) {
        String name = status + " " + error.type();
        return status == BAD_REQUEST || error.reason() == null ? name : name + " (" + error.reason() + ")";
    }
}
