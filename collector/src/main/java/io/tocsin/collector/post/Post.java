package io.tocsin.collector.post;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One post, reply or repost, as it was read.
 *
 * @param id platform-prefixed and unique over all platforms, like {@code weibo:4051}
 * @param url where a person can read it
 * @param text as people see it; empty for a bare repost
 * @param language BCP 47 tag as the platform or the file states it, which the analysis need not believe
 * @param createdAt when it was written
 * @param precision how exactly that is known; {@code null} for to the second
 * @param collectedAt when Tocsin first read it, or {@code null} where nobody recorded that
 * @param inReplyTo the id of the post answered
 * @param repostOf the id of the post passed on
 * @param copyOf the id of the first post that said the same, if somebody else's words or one's own are said again by
 *     hand; {@code null} for a repost
 * @param root the id of the post that began the thread or cascade
 * @param synthetic made by a generator, not by a person; shown wherever the post is shown
 */
public record Post(
        String id,
        String platform,
        @Nullable String url,
        String text,
        @Nullable String language,
        @Nullable Author author,
        Instant createdAt,
        @Nullable Precision precision,
        @Nullable Instant collectedAt,
        @Nullable String inReplyTo,
        @Nullable String repostOf,
        @Nullable String copyOf,
        @Nullable String root,
        Engagement engagement,
        boolean synthetic) {

    public Post {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a post needs an id");
        }
        if (platform.isBlank()) {
            throw new IllegalArgumentException("post " + id + " needs a platform");
        }
    }

    public static Builder builder(String id, String platform, String text, Instant createdAt) {
        return new Builder(id, platform, text, createdAt);
    }

    public Builder toBuilder() {
        return new Builder(id, platform, text, createdAt)
                .url(url)
                .language(language)
                .author(author)
                .precision(precision)
                .collectedAt(collectedAt)
                .inReplyTo(inReplyTo)
                .repostOf(repostOf)
                .copyOf(copyOf)
                .root(root)
                .engagement(engagement)
                .synthetic(synthetic);
    }

    /** When the post became known: {@code collectedAt}, or {@code createdAt} where that is absent. The clock of a replay. */
    public Instant knownAt() {
        return Objects.requireNonNullElse(collectedAt, createdAt);
    }

    /**
     * When it was written, as far as can be told. Never later than it became known: platforms' clocks run ahead, and
     * authors set them. And if its time is too coarse to tell the two apart, then when it became known: what a forum dates
     * by the day was not all written at midnight.
     */
    public Instant writtenAt() {
        boolean coarse = precision != null && knownAt().isBefore(createdAt.plus(precision.span()));
        return coarse || createdAt.isAfter(knownAt()) ? knownAt() : createdAt;
    }

    /** Sets the optional parts by name. */
    public static final class Builder {
        private final String id;
        private final String platform;
        private final String text;
        private final Instant createdAt;
        private @Nullable String url;
        private @Nullable String language;
        private @Nullable Author author;
        private @Nullable Precision precision;
        private @Nullable Instant collectedAt;
        private @Nullable String inReplyTo;
        private @Nullable String repostOf;
        private @Nullable String copyOf;
        private @Nullable String root;
        private Engagement engagement = Engagement.UNKNOWN;
        private boolean synthetic;

        private Builder(String id, String platform, String text, Instant createdAt) {
            this.id = id;
            this.platform = platform;
            this.text = text;
            this.createdAt = createdAt;
        }

        public Builder url(@Nullable String value) {
            url = value;
            return this;
        }

        public Builder language(@Nullable String value) {
            language = value;
            return this;
        }

        public Builder author(@Nullable Author value) {
            author = value;
            return this;
        }

        public Builder precision(@Nullable Precision value) {
            precision = value;
            return this;
        }

        public Builder collectedAt(@Nullable Instant value) {
            collectedAt = value;
            return this;
        }

        public Builder inReplyTo(@Nullable String value) {
            inReplyTo = value;
            return this;
        }

        public Builder repostOf(@Nullable String value) {
            repostOf = value;
            return this;
        }

        public Builder copyOf(@Nullable String value) {
            copyOf = value;
            return this;
        }

        public Builder root(@Nullable String value) {
            root = value;
            return this;
        }

        public Builder engagement(Engagement value) {
            engagement = value;
            return this;
        }

        public Builder synthetic(boolean value) {
            synthetic = value;
            return this;
        }

        public Post build() {
            return new Post(
                    id,
                    platform,
                    url,
                    text,
                    language,
                    author,
                    createdAt,
                    precision,
                    collectedAt,
                    inReplyTo,
                    repostOf,
                    copyOf,
                    root,
                    engagement,
                    synthetic);
        }
    }
}
