package io.tocsin.collector;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.growth.Followed;
import io.tocsin.collector.growth.Observations;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Observation;
import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Begins to follow the growth of posts, where their source can tell it, and notices those that were withdrawn. */
final class Following {
    private final Observations observations;

    Following(Observations observations) {
        this.observations = observations;
    }

    /**
     * What to hand on of a step.
     *
     * @param posts each with the time it was first read
     * @param gone those followed so far that were withdrawn
     */
    record Step(List<Post> posts, List<Followed> gone) {

        List<Post> all() {
            return Stream.concat(posts.stream(), gone.stream().map(Followed::remains))
                    .toList();
        }
    }

    /** The step with what is known of its posts. */
    Step begin(String source, Connector connector, Harvest harvest, Instant now) {
        List<Post> there = there(harvest);
        if (!canRecount(connector)) {
            return new Step(there.stream().map(post -> stamped(post, null, now)).toList(), List.of());
        }
        List<String> ids = there.stream().map(Post::id).distinct().toList();
        Map<String, Followed> known =
                observations.find(source, ids).stream().collect(Collectors.toMap(Followed::id, Function.identity()));
        return new Step(
                there.stream()
                        .map(post -> stamped(post, known.get(post.id()), now))
                        .toList(),
                observations.find(source, harvest.gone()));
    }

    /** What was withdrawn as soon as it was written is not handed on at all. */
    private static List<Post> there(Harvest harvest) {
        Set<String> gone = Set.copyOf(harvest.gone());
        return harvest.posts().stream()
                .filter(post -> !gone.contains(post.id()))
                .toList();
    }

    /** Remembers the step, once it is stored. */
    void end(String source, Connector connector, Step step, Instant now) {
        if (!canRecount(connector) || step.all().isEmpty()) {
            return;
        }
        List<Post> posts = step.posts().stream()
                .filter(Followed::isPossible)
                .filter(post -> ((Recounter) connector).tells(post.id()))
                .toList();
        observations.save(
                source,
                Stream.concat(
                                posts.stream().map(post -> Followed.of(post, now)),
                                step.gone().stream().map(post -> post.withdrawn(now)))
                        .toList(),
                posts.stream()
                        .filter(post -> !post.engagement().equals(Engagement.UNKNOWN))
                        .map(post -> Observation.of(post, now))
                        .toList());
    }

    private static boolean canRecount(Connector connector) {
        return connector instanceof Recounter recounter && recounter.batch() > 0;
    }

    private static Post stamped(Post post, @Nullable Followed known, Instant now) {
        Instant first = known == null ? now : known.collected();
        return post.toBuilder()
                .collectedAt(Objects.requireNonNullElse(post.collectedAt(), first))
                .build();
    }
}
