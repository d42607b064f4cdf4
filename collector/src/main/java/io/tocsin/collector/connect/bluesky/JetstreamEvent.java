package io.tocsin.collector.connect.bluesky;

import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the stream says, as far as it is our business. */
sealed interface JetstreamEvent {
    String COLLECTION = "app.bsky.feed.post";

    /** When the server saw it, in microseconds since 1970; 0 if it does not say so. */
    long time();

    /** A post with one of the words, new or edited. */
    record Said(long time, Post post) implements JetstreamEvent {}

    /** A post was withdrawn. */
    record Gone(long time, String id) implements JetstreamEvent {}

    /** Anything else, and what cannot be read. */
    record Other(long time) implements JetstreamEvent {}

    /** Reads a message. */
    static JetstreamEvent of(String message, List<String> words) {
        long time = 0;
        try {
            Json event = Json.of(message, "Jetstream");
            time = Objects.requireNonNullElse(event.count("time_us"), 0L);
            Json commit = event.find("commit").orElse(null);
            if (commit == null || !COLLECTION.equals(commit.textOrNull("collection"))) {
                return new Other(time);
            }
            String uri = "at://" + event.text("did") + "/" + COLLECTION + "/" + commit.text("rkey");
            if (commit.text("operation").equals("delete")) {
                return new Gone(time, BlueskyPost.id(uri));
            }
            Json record = commit.at("record");
            if (!matches(record.text("text"), words)) {
                return new Other(time);
            }
            Author author = Author.of(BlueskyPost.id(event.text("did")), event.text("did"));
            return new Said(
                    time,
                    BlueskyPost.of(uri, record, at(record, time)).author(author).build());
        } catch (SourceException unreadable) {
            return new Other(time);
        }
    }

    private static boolean matches(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** The author's program says when it was written; if that is nonsense, the server knows when it came. */
    private static Instant at(Json record, long time) throws SourceException {
        try {
            return record.time("createdAt");
        } catch (SourceException nonsense) {
            if (time == 0) {
                throw nonsense;
            }
            return Instant.EPOCH.plus(time, ChronoUnit.MICROS);
        }
    }
}
