package io.tocsin.collector.connect.x;

import io.tocsin.collector.source.SourceException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import twitter4j.HttpClient;
import twitter4j.HttpClientConfiguration;
import twitter4j.HttpParameter;
import twitter4j.HttpRequest;
import twitter4j.HttpResponse;
import twitter4j.HttpResponseListener;
import twitter4j.TwitterException;
import twitter4j.auth.Authorization;

/**
 * The connections of twitter4j: Tocsin's own, with their pauses, back-off, limits and guarded addresses. It makes one
 * object of this for all that use it, by the class's name. Tocsin only reads, so there is nothing but GET.
 */
public final class FetcherHttpClient implements HttpClient {
    private static final HttpParameter[] NONE = {};

    private final HttpClientConfiguration configuration;

    /** Called by the library. */
    public FetcherHttpClient(HttpClientConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public HttpResponse get(
            String url,
            HttpParameter @Nullable [] parameters,
            Authorization authorization,
            HttpResponseListener listener)
            throws TwitterException {
        try {
            return new Answered(
                    configuration, ((Exchange) authorization).ask(url, parameters == null ? NONE : parameters));
        } catch (SourceException e) {
            throw new TwitterException(e);
        }
    }

    /** An answer that was read to its end. */
    private static final class Answered extends HttpResponse {
        private Answered(HttpClientConfiguration configuration, String body) {
            super(configuration);
            responseAsString = body;
        }

        @Override
        public @Nullable String getResponseHeader(String name) {
            return null;
        }

        @Override
        public Map<String, List<String>> getResponseHeaderFields() {
            return Map.of();
        }

        @Override
        public void disconnect() {}
    }

    @Override
    public void addDefaultRequestHeader(String name, String value) {
        throw onlyReads();
    }

    @Override
    public Map<String, String> getRequestHeaders() {
        return Map.of();
    }

    @Override
    public HttpResponse request(HttpRequest request) {
        throw onlyReads();
    }

    @Override
    public HttpResponse request(HttpRequest request, HttpResponseListener listener) {
        throw onlyReads();
    }

    @Override
    public HttpResponse get(String url) {
        throw onlyReads();
    }

    @Override
    public HttpResponse post(
            String url, HttpParameter[] parameters, Authorization authorization, HttpResponseListener listener) {
        throw onlyReads();
    }

    @Override
    public HttpResponse post(String url) {
        throw onlyReads();
    }

    @Override
    public HttpResponse delete(
            String url, HttpParameter[] parameters, Authorization authorization, HttpResponseListener listener) {
        throw onlyReads();
    }

    @Override
    public HttpResponse delete(String url) {
        throw onlyReads();
    }

    @Override
    public HttpResponse head(String url) {
        throw onlyReads();
    }

    @Override
    public HttpResponse put(
            String url, HttpParameter[] parameters, Authorization authorization, HttpResponseListener listener) {
        throw onlyReads();
    }

    @Override
    public HttpResponse put(String url) {
        throw onlyReads();
    }

    private static UnsupportedOperationException onlyReads() {
        return new UnsupportedOperationException("Tocsin reads X by GET with an authorization only");
    }
}
