package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Copies;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.analyzer.analysis.PostsUnavailableException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The posts behind an incident, the worst first, of equally bad ones the newest first. Copies stand with the post whose
 * words they say again, if that is there.
 */
final class Evidence {
    static final int PAGE = 20;
    /** Nobody reads the same words more often than this; how many there are is said. */
    private static final int COPIES = 20;

    private static final Comparator<AnalyzedPost> NEWEST_FIRST = Comparator.comparing(
                    (AnalyzedPost post) -> post.post().writtenAt())
            .reversed()
            .thenComparing(post -> post.post().id());
    private static final Comparator<AnalyzedPost> WORST_FIRST = Comparator.comparingInt(
                    (AnalyzedPost post) -> post.analysis().severity().level())
            .reversed()
            .thenComparing(NEWEST_FIRST);

    private final Posts posts;

    Evidence(Posts posts) {
        this.posts = posts;
    }

    /** Empty if the store of posts does not answer now. */
    Optional<Page<PostView>> page(Incident incident, int number, Reader reader) {
        try {
            return Optional.of(Page.of(rows(posts.find(incident.posts()), number, reader), number, PAGE));
        } catch (PostsUnavailableException notNow) {
            return Optional.empty();
        }
    }

    private List<PostView> rows(List<AnalyzedPost> found, int number, Reader reader) {
        Set<String> ids = found.stream().map(post -> post.post().id()).collect(Collectors.toSet());
        List<AnalyzedPost> shown = found.stream()
                .filter(post -> !isCopyOfOneOf(ids, post))
                .sorted(WORST_FIRST)
                .skip((number - 1L) * PAGE)
                .limit(PAGE + 1)
                .toList();
        Map<String, List<AnalyzedPost>> copies = found.stream()
                .filter(post -> isCopyOfOneOf(ids, post))
                .collect(Collectors.groupingBy(
                        post -> Objects.requireNonNull(post.post().copyOf())));
        Map<String, Copies> again =
                posts.copies(shown.stream().map(post -> post.post().id()).toList());
        return shown.stream()
                .map(post -> row(
                        post,
                        again.get(post.post().id()),
                        copies.getOrDefault(post.post().id(), List.of()),
                        reader))
                .toList();
    }

    private static boolean isCopyOfOneOf(Set<String> ids, AnalyzedPost post) {
        return post.post().copyOf() != null && ids.contains(post.post().copyOf());
    }

    private static PostView row(AnalyzedPost post, @Nullable Copies again, List<AnalyzedPost> copies, Reader reader) {
        return PostView.of(post, reader)
                .saidAgain(
                        again == null ? null : sentence(again, reader),
                        copies.stream()
                                .sorted(NEWEST_FIRST)
                                .limit(COPIES)
                                .map(copy -> PostView.of(copy, reader))
                                .toList());
    }

    private static String sentence(Copies again, Reader reader) {
        String platforms = String.join(reader.say("list.separator"), again.platforms());
        return reader.say("post.again", again.posts(), again.platforms().size(), platforms);
    }
}
