package io.tocsin.collector.connect;

import io.tocsin.collector.source.Cursor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cursors that are records, written as JSON.
 *
 * @param start what a source begins with
 */
public record CursorFormat<T>(Class<T> type, T start) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** Reads a cursor; one that another kind of source wrote counts as the start. */
    public T read(Cursor cursor) {
        try {
            return cursor.equals(Cursor.START) ? start : JSON.readValue(cursor.value(), type);
        } catch (JacksonException other) {
            return start;
        }
    }

    public Cursor write(T state) {
        return new Cursor(JSON.writeValueAsString(state));
    }
}
