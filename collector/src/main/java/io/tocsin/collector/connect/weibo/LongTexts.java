package io.tocsin.collector.connect.weibo;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.source.SourceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The whole texts of long posts, which a search only begins; those fetched lately are remembered. */
final class LongTexts {
    private static final int MEMORY = 1_000;

    private final Api api;
    private final Map<String, String> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MEMORY;
        }
    };

    LongTexts(Api api) {
        this.api = api;
    }

    /** The text of a status, whole if it can be had. */
    synchronized String of(Json status) throws SourceException {
        String beginning = status.text("text");
        if (!status.is("isLongText")) {
            return TextCleaner.ofHtml(beginning);
        }
        String key = status.text("id") + " " + beginning;
        String text = known.get(key);
        if (text == null) {
            text = TextCleaner.ofHtml(whole(status.text("id")).orElse(beginning));
            known.put(key, text);
        }
        return text;
    }

    private Optional<String> whole(String id) throws SourceException {
        Json answer = Refusal.checkSite(api.page(api.path("statuses/extend").addQueryParameter("id", id)));
        return answer.find("data").map(data -> data.textOrNull("longTextContent"));
    }
}
