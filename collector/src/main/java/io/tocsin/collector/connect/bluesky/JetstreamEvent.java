package io.tocsin.collector.connect.bluesky;

import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** What the stream says, as far as it is our business. */
sealed interface JetstreamEvent {
    String REPOSTS = "app.bsky.feed.repost";
    List<String> COLLECTIONS = List.of("app.bsky.feed.post", REPOSTS);

    /** When the server saw it, in microseconds since 1970; 0 if it does not say so. */
    long time();

    /** A post that is wanted, new or edited, or a repost of one. */
    record Said(long time, Post post) implements JetstreamEvent {}

    /** Posts were withdrawn. */
    record Gone(long time, List<String> ids) implements JetstreamEvent {}

    /** Anything else, and what cannot be read. */
    record Other(long time) implements JetstreamEvent {}

    /** Reads a message. */
    static JetstreamEvent of(String message, Interest interest) {
        long time = 0;
        try {
            Json event = Json.of(message, "Jetstream");
            time = Objects.requireNonNullElse(event.count("time_us"), 0L);
            Json commit = event.find("commit").orElse(null);
            return commit == null ? account(event, time, interest) : of(event, commit, time, interest);
        } catch (SourceException unreadable) {
            return new Other(time);
        }
    }

    /** With an account, all its posts go. */
    private static JetstreamEvent account(Json event, long time, Interest interest) throws SourceException {
        Json account = event.find("account").orElse(null);
        boolean deleted = account != null && "deleted".equals(account.textOrNull("status"));
        return deleted ? new Gone(time, interest.by(event.text("did"))) : new Other(time);
    }

    private static JetstreamEvent of(Json event, Json commit, long time, Interest interest) throws SourceException {
        String collection = commit.text("collection");
        if (!COLLECTIONS.contains(collection)) {
            return new Other(time);
        }
        String address = "at://" + event.text("did") + "/" + collection + "/" + commit.text("rkey");
        if (commit.text("operation").equals("delete")) {
            return new Gone(time, List.of(BlueskyPost.id(address)));
        }
        Json record = commit.at("record");
        Author author = Author.of(BlueskyPost.id(event.text("did")), event.text("did"));
        Instant at = at(record, time);
        Post post = (collection.equals(REPOSTS)
                        ? BlueskyPost.repost(address, record, at)
                        : BlueskyPost.of(address, record, at))
                .author(author)
                .build();
        boolean wanted = interest.in(post.text())
                || interest.knows(post.id())
                || interest.knows(post.root())
                || interest.knows(post.inReplyTo())
                || interest.knows(post.repostOf());
        if (!wanted) {
            return new Other(time);
        }
        interest.remember(post.id());
        return new Said(time, post);
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
