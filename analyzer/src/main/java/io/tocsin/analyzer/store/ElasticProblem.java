package io.tocsin.analyzer.store;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.transport.TransportException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What went wrong with Elasticsearch, as sentences for people that never quote a post. */
final class ElasticProblem {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private ElasticProblem() {}

    static String unreachable(ElasticSettings settings, Exception cause) {
        if (cause instanceof TransportException answer && answer.statusCode() == UNAUTHORIZED) {
            return wrongUser(settings);
        }
        return name(settings) + " does not answer (" + cause
                + "). Start it or correct elasticsearch.url; the log of the embedded one is logs/engine.log in its folder.";
    }

    static String refused(ElasticSettings settings, int status, ErrorCause error) {
        return status == UNAUTHORIZED
                ? wrongUser(settings)
                : name(settings) + " refused a request: " + reason(status, error) + ".";
    }

    /** Tells how many of the items were refused, and every reason once. */
    static String refusedItems(ElasticSettings settings, List<BulkResponseItem> items) {
        List<String> reasons = items.stream().flatMap(ElasticProblem::reason).toList();
        return name(settings) + " refused " + reasons.size() + " of " + items.size() + " writes: "
                + String.join("; ", Set.copyOf(reasons)) + ".";
    }

    private static String name(ElasticSettings settings) {
        return "Elasticsearch at " + settings.url();
    }

    private static String wrongUser(ElasticSettings settings) {
        return name(settings) + " refuses the user: correct elasticsearch.username and elasticsearch.password.";
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
