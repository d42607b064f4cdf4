package io.tocsin.collector.fetch;

import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.util.HashSet;
import java.util.Set;
import okhttp3.HttpUrl;

/** Follows redirects, one request after the other, so that each place can be checked before it is asked. */
final class Redirects {
    /** As many as RFC 9309 asks for robots.txt; pages get no more. */
    static final int MOST = 5;

    private Redirects() {}

    /**
     * Asks until the answer is no redirect.
     *
     * @throws SourceException if the walk is too long, goes in a circle or leads to nowhere, or as the visit throws it
     */
    static Answer follow(HttpUrl start, Visit visit) throws SourceException {
        Set<HttpUrl> visited = new HashSet<>();
        Answer answer = visit.to(start);
        while (answer.isRedirect()) {
            visited.add(answer.url());
            HttpUrl next = target(answer);
            if (visited.contains(next)) {
                throw astray(start, "redirects in a circle");
            }
            if (visited.size() > MOST) {
                throw astray(start, "redirects more than " + MOST + " times");
            }
            answer = visit.to(next);
        }
        return answer;
    }

    private static HttpUrl target(Answer answer) throws SourceException {
        String location = answer.headers().get("Location");
        HttpUrl next = location == null ? null : answer.url().resolve(location);
        if (next == null) {
            throw astray(answer.url(), "redirects to something that is no web address");
        }
        return next.newBuilder().fragment(null).build();
    }

    private static SourceException astray(HttpUrl url, String how) {
        return new SourceException(
                Problem.Kind.SERVER,
                Failures.shown(url) + " " + how + ". Open it in a browser, and use the address where that ends.");
    }

    /** One request. */
    interface Visit {
        Answer to(HttpUrl url) throws SourceException;
    }
}
