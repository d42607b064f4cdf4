package io.tocsin.app.check;

import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.Connectors;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.Survey;
import io.tocsin.collector.connect.Survey.Tally;
import io.tocsin.collector.connect.forum.ForumSurvey;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.PaidReads;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tries out one source, and says what it finds. Nothing is kept but what was paid.
 *
 * @param all whose manners are kept
 * @param source one of them
 * @param paid what was read of those that must be paid for
 */
public record SourceTrial(CollectorSettings all, SourceSettings source, HttpFetcher fetcher, PaidReads paid) {
    /**
     * What was found.
     *
     * @param recognised as what software the source was recognised, if that was left to the page
     */
    public record Report(Optional<String> recognised, List<Survey> surveys) {

        /** Whether a poll would give posts. */
        public boolean isGood() {
            return surveys.stream().allMatch(Survey::isGood);
        }
    }

    /**
     * Asks the source.
     *
     * @throws SourceException if it cannot be read at all
     */
    public Report live(Instant now) throws SourceException {
        if (source instanceof ForumSettings settings) {
            ForumSurvey forum = new ForumSurvey(settings, fetcher);
            List<Survey> surveys = forum.live(now);
            return new Report(forum.recognised(), surveys);
        }
        return new Report(Optional.empty(), List.of(posts(now)));
    }

    /**
     * Reads a page that somebody saved.
     *
     * @param kind {@code list} or {@code thread}; empty decides by the page
     * @throws SourceException if it cannot be read at all
     * @throws IllegalArgumentException with a sentence for a person if such a source has no pages
     */
    public Report saved(byte[] page, Optional<String> kind, Instant now) throws SourceException {
        if (!(source instanceof ForumSettings settings)) {
            throw new IllegalArgumentException("Saved pages can be tried out for a source of kind forum; "
                    + source.source().name() + " is of kind " + source.source().kind() + ".");
        }
        ForumSurvey forum = new ForumSurvey(settings, fetcher);
        List<Survey> surveys = List.of(forum.saved(page, kind, now));
        return new Report(forum.recognised(), surveys);
    }

    private Survey posts(Instant now) throws SourceException {
        CollectorSettings alone = new CollectorSettings(all.fetch(), List.of(source));
        try (Connector connector =
                Connectors.create(alone, fetcher, paid).values().iterator().next()) {
            Harvest harvest = connector.sample(now);
            String address = source.source().address();
            List<Post> posts = harvest.posts();
            return new Survey("posts", address, address, posts.size(), tallies(posts), harvest.problem());
        }
    }

    private static List<Tally> tallies(List<Post> posts) {
        return List.of(
                tally(posts, "id", Post::id),
                tally(posts, "created_at", Post::createdAt),
                tally(posts, "text", Post::text),
                optional(posts, "author", post -> author(post).flatMap(author -> Optional.ofNullable(author.handle()))),
                optional(
                        posts,
                        "followers",
                        post -> author(post).flatMap(author -> Optional.ofNullable(author.followers()))),
                optional(posts, "url", post -> Optional.ofNullable(post.url())),
                optional(posts, "language", post -> Optional.ofNullable(post.language())),
                optional(posts, "in_reply_to", post -> Optional.ofNullable(post.inReplyTo())),
                optional(posts, "repost_of", post -> Optional.ofNullable(post.repostOf())),
                count(posts, "reposts", Engagement::reposts),
                count(posts, "replies", Engagement::replies),
                count(posts, "likes", Engagement::likes),
                count(posts, "views", Engagement::views));
    }

    private static Optional<Author> author(Post post) {
        return Optional.ofNullable(post.author());
    }

    private static Tally tally(List<Post> posts, String field, Function<Post, Object> value) {
        return Tally.of(
                field, true, posts, post -> Optional.of(value.apply(post).toString()));
    }

    private static Tally optional(List<Post> posts, String field, Function<Post, Optional<?>> value) {
        return Tally.of(field, false, posts, post -> value.apply(post).map(Objects::toString));
    }

    private static Tally count(List<Post> posts, String field, Count count) {
        return optional(posts, field, post -> Optional.ofNullable(count.of(post.engagement())));
    }

    /** One of the counts of a post. */
    private interface Count {
        @Nullable
        Long of(Engagement engagement);
    }
}
