package io.tocsin.collector.connect.weibo;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Statuses by the interface for programs, whose answer leaves out those that are no more. */
record ApiLookup(Api api) implements Lookup {
    /** Where contracts are served. */
    private static final String COMMERCIAL = "c.api.weibo.com";

    @Override
    public int batch() {
        return 50;
    }

    @Override
    public List<Reading> read(List<String> ids, Instant now) throws SourceException {
        String batch =
                api.base().host().equals(COMMERCIAL) ? "statuses/show_batch/biz.json" : "statuses/show_batch.json";
        HttpUrl.Builder call = api.path("/2/" + batch)
                .addQueryParameter("ids", ids.stream().map(Status::local).collect(Collectors.joining(",")));
        Json answer = Refusal.checkApi(api.json(call));
        List<Post> found = Json.each(
                answer.items("statuses"), status -> Status.post(status, TextCleaner.tidy(status.text("text")), now));
        return Recounter.readings(ids, found);
    }
}
