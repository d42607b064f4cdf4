package io.tocsin.collector.connect.reddit;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import okhttp3.HttpUrl;

/** The interface for programs, as an app that is logged in. */
record RedditApi(Api api, RedditLogin login) {

    HttpUrl.Builder path(String path) {
        return api.path(path).addQueryParameter("raw_json", "1");
    }

    /** The data of the answer. */
    Json call(HttpUrl.Builder url, Instant now) throws SourceException {
        return login.call(now, pass -> api.with(pass).json(url)).at("data");
    }
}
