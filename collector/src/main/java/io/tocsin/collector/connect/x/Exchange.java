package io.tocsin.collector.connect.x;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import twitter4j.HttpParameter;
import twitter4j.HttpRequest;
import twitter4j.auth.Authorization;

/**
 * One request of twitter4j and its answer. It is an authorization, for that is what the library carries from who asks to
 * who connects; the token itself is put on the request by the fetcher.
 */
final class Exchange implements Authorization {
    private static final long serialVersionUID = 1L;

    private final transient Api api;
    private transient @Nullable Json answer;

    Exchange(Api api) {
        this.api = api;
    }

    /** Asks, and gives the answer as text. Parameters without a value, which the library insists on, are left out. */
    String ask(String url, HttpParameter[] parameters) throws SourceException {
        HttpUrl.Builder address = HttpUrl.get(url).newBuilder();
        for (HttpParameter parameter : parameters) {
            if (!parameter.getValue().isEmpty()) {
                address.addQueryParameter(parameter.getName(), parameter.getValue());
            }
        }
        Page.Fetched page = api.paidPage(address);
        answer = Json.of(page);
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    /** What came back, if anything was asked and answered. */
    Optional<Json> answer() {
        return Optional.ofNullable(answer);
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public String getAuthorizationHeader(HttpRequest request) {
        throw new UnsupportedOperationException("the fetcher adds it");
    }
}
