package io.tocsin.collector.growth;

import io.tocsin.collector.post.Post;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post whose growth is followed.
 *
 * @param written when it was
 * @param collected when it was first read
 * @param lastRead when it was last read
 * @param due when it is read again, unless it becomes urgent; {@code null} for never
 * @param mark differs if a reader would see a difference
 * @param counts differs if somebody who counts would see one
 * @param missed whether it was not there when it was last asked for
 * @param goneAt when it was found to be withdrawn
 */
public record Followed(
        String id,
        String platform,
        Instant written,
        Instant collected,
        Instant lastRead,
        @Nullable Instant due,
        int mark,
        int counts,
        boolean missed,
        @Nullable Instant goneAt) {
    /** Whoever writes longer ids wants to do harm. */
    private static final int LONGEST_ID = 500;

    /** A bare repost has no counts of its own. */
    public static boolean isPossible(Post post) {
        boolean bare = post.repostOf() != null && post.text().isEmpty();
        return !bare && post.id().length() <= LONGEST_ID;
    }

    /** A post that was just read, for the first time or again. */
    public static Followed of(Post post, Instant now) {
        return new Followed(
                post.id(),
                post.platform(),
                post.createdAt(),
                post.knownAt(),
                now,
                due(post.createdAt(), now),
                mark(post),
                counts(post),
                false,
                null);
    }

    /** After it was asked for, and nothing was learned. */
    public Followed readAt(Instant now) {
        return new Followed(id, platform, written, collected, now, due(written, now), mark, counts, missed, goneAt);
    }

    /** Not to be asked for before that time. */
    public Followed postponed(Instant until) {
        return new Followed(id, platform, written, collected, lastRead, until, mark, counts, missed, goneAt);
    }

    /** After it was not there, which has to be asked for again. */
    public Followed missedUntil(Instant until) {
        return new Followed(id, platform, written, collected, lastRead, until, mark, counts, true, goneAt);
    }

    /** After it was withdrawn. */
    public Followed withdrawn(Instant now) {
        return new Followed(id, platform, written, collected, now, null, 0, 0, true, now);
    }

    /** What is left of a post that was withdrawn: that there was one. */
    public Post remains() {
        return Post.builder(id, platform, "", written).collectedAt(collected).build();
    }

    /** How a post that was just read again differs from this one. */
    public Change change(Post post) {
        if (mark(post) != mark) {
            return Change.EDITED;
        }
        return counts(post) == counts ? Change.NONE : Change.COUNTED;
    }

    /** What has become of a post. */
    public enum Change {
        NONE,
        /** Its counts are others. */
        COUNTED,
        /** A reader sees something else. */
        EDITED
    }

    private static int mark(Post post) {
        return post.text().hashCode();
    }

    private static int counts(Post post) {
        return post.engagement().hashCode();
    }

    private static @Nullable Instant due(Instant written, Instant now) {
        return switch (Recount.decide(written, now, false, now)) {
            case Recount.Now soon -> now;
            case Recount.Later later -> later.due();
            case Recount.Never never -> null;
        };
    }
}
