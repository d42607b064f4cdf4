package io.tocsin.collector.connect.feed;

import io.tocsin.collector.fetch.Validators;
import io.tocsin.collector.source.Cursor;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was read of a feed.
 *
 * @param feed its address; another feed begins anew
 * @param validators of its last answer
 * @param seen the digest of an item's id, and the mark of its content; latest answer first
 */
record FeedCursor(String feed, Validators validators, Map<String, String> seen) {
    /** Items that left the feed are remembered up to here, as some feeds bring them back. */
    private static final int MEMORY = 1000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** Reads a cursor; one of another feed, or of a source that was no feed, counts as the start. */
    static FeedCursor of(Cursor cursor, String feed) {
        FeedCursor start = new FeedCursor(feed, Validators.NONE, Map.of());
        if (cursor.equals(Cursor.START)) {
            return start;
        }
        try {
            FeedCursor read = JSON.readValue(cursor.value(), FeedCursor.class);
            return read.feed().equals(feed) ? read : start;
        } catch (JacksonException other) {
            return start;
        }
    }

    /** After the items of one more answer. */
    FeedCursor next(Validators now, Map<String, String> items) {
        Map<String, String> all = new LinkedHashMap<>(items);
        seen.forEach((key, mark) -> {
            if (all.size() < MEMORY) {
                all.putIfAbsent(key, mark);
            }
        });
        return new FeedCursor(feed, now, all);
    }

    Cursor cursor() {
        return new Cursor(JSON.writeValueAsString(this));
    }
}
