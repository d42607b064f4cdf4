package io.tocsin.collector;

import io.tocsin.collector.clean.Fingerprint;
import io.tocsin.collector.copy.RecentTexts;
import io.tocsin.collector.copy.Saying;
import io.tocsin.collector.post.Post;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes on each post whose words were said before who said them first, and hands it on. */
public final class CopyFinder implements PostSink {
    private static final int LONGEST_ID = 500;
    /** Many sources tell the newest first. */
    private static final Comparator<Post> AS_WRITTEN =
            Comparator.comparing(Post::writtenAt).thenComparing(Post::id);

    private final RecentTexts texts;
    private final PostSink next;

    public CopyFinder(RecentTexts texts, PostSink next) {
        this.texts = texts;
        this.next = next;
    }

    @Override
    public void accept(List<Post> posts) {
        next.accept(traced(posts));
    }

    @Override
    public void grown(List<Post> posts) {
        next.grown(traced(posts));
    }

    private List<Post> traced(List<Post> posts) {
        return traced(posts, texts);
    }

    /** The posts in their order, those whose words were said before with the id of the first who did. */
    public static List<Post> traced(List<Post> posts, RecentTexts texts) {
        List<Saying> sayings = posts.stream()
                .sorted(AS_WRITTEN)
                .flatMap(post -> saying(post).stream())
                .toList();
        Map<String, Saying> origins = texts.trace(sayings).stream()
                .collect(Collectors.toMap(Saying::post, Function.identity(), (earlier, later) -> later));
        return posts.stream().map(post -> with(post, origins)).toList();
    }

    /** A repost says by itself whose words it has, and withdrawn posts and very short ones say nothing to go by. */
    private static Optional<Saying> saying(Post post) {
        if (post.repostOf() != null || isTooLong(post)) {
            return Optional.empty();
        }
        return Fingerprint.of(post.text()).map(text -> {
            Saying first = Saying.first(post.id(), post.knownAt(), text);
            return post.copyOf() == null ? first : first.after(post.copyOf());
        });
    }

    private static boolean isTooLong(Post post) {
        return Stream.of(Optional.of(post.id()), Optional.ofNullable(post.copyOf()))
                .flatMap(Optional::stream)
                .anyMatch(id -> id.length() > LONGEST_ID);
    }

    private static Post with(Post post, Map<String, Saying> origins) {
        Saying saying = origins.get(post.id());
        String origin = saying == null ? post.copyOf() : saying.origin();
        boolean isCopy = post.repostOf() == null && !post.id().equals(origin);
        return post.toBuilder().copyOf(isCopy ? origin : null).build();
    }
}
