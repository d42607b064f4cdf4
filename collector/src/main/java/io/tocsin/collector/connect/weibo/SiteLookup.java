package io.tocsin.collector.connect.weibo;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;

/** Statuses as the mobile site shows them, one by one. */
record SiteLookup(Api api, LongTexts texts) implements Lookup {

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public List<Reading> read(List<String> ids, Instant now) throws SourceException {
        return Recounter.oneByOne(ids, id -> again(id, now));
    }

    private List<Post> again(String id, Instant now) throws SourceException {
        Json answer = Refusal.checkSite(api.page(api.path("statuses/show").addQueryParameter("id", Status.local(id))));
        if (!answer.text("ok").equals("1")) {
            return List.of();
        }
        Json status = answer.at("data");
        return Status.post(status, texts.of(status), now).stream().toList();
    }
}
