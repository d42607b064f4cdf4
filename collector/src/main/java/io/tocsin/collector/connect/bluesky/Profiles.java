package io.tocsin.collector.connect.bluesky;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who the authors are, and how many follow them. Known for a day, because that changes slowly. */
final class Profiles {
    private static final Logger log = LoggerFactory.getLogger(Profiles.class);
    private static final int BATCH = 25;
    private static final int MOST_KNOWN = 10_000;
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private final Api api;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    Profiles(Api api) {
        this.api = api;
    }

    private record Known(Author author, Instant at) {}

    /** The posts with what is known of their authors. A post is worth more than its author: trouble here stops none. */
    List<Post> addTo(List<Post> posts, Instant now) {
        List<String> unknown = posts.stream()
                .flatMap(post -> Optional.ofNullable(post.author()).stream())
                .map(Author::id)
                .distinct()
                .filter(id -> isUnknown(id, now))
                .toList();
        try {
            for (int from = 0; from < unknown.size(); from += BATCH) {
                read(unknown.subList(from, Math.min(unknown.size(), from + BATCH)), now);
            }
        } catch (SourceException e) {
            log.warn("The followers of some authors are not known: {}", e.getMessage());
        }
        return posts.stream().map(this::withAuthor).toList();
    }

    private boolean isUnknown(String id, Instant now) {
        Known author = known.get(id);
        return author == null || author.at().plus(GOOD_FOR).isBefore(now);
    }

    private void read(List<String> ids, Instant now) throws SourceException {
        HttpUrl.Builder url = api.path("xrpc/app.bsky.actor.getProfiles");
        ids.forEach(id -> url.addQueryParameter("actors", BlueskyPost.address(id)));
        for (Author author : Json.each(api.json(url).items("profiles"), Profiles::author)) {
            known.put(author.id(), new Known(author, now));
        }
    }

    private static Optional<Author> author(Json profile) throws SourceException {
        return Optional.of(new Author(
                BlueskyPost.id(profile.text("did")),
                profile.textOrNull("handle"),
                profile.textOrNull("displayName"),
                profile.count("followersCount"),
                null,
                null,
                null));
    }

    private Post withAuthor(Post post) {
        Known author = post.author() == null ? null : known.get(post.author().id());
        return author == null ? post : post.toBuilder().author(author.author()).build();
    }
}
