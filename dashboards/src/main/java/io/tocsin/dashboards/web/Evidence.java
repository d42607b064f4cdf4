package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.analyzer.analysis.PostsUnavailableException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The posts behind an incident, the worst first, of equally bad ones the newest first. */
final class Evidence {
    static final int PAGE = 20;

    private static final Comparator<AnalyzedPost> WORST_FIRST = Comparator.comparingInt(
                    (AnalyzedPost post) -> post.analysis().severity().level())
            .thenComparing(post -> post.post().writtenAt())
            .reversed()
            .thenComparing(post -> post.post().id());

    private final Posts posts;

    Evidence(Posts posts) {
        this.posts = posts;
    }

    /** Empty if the store of posts does not answer now. */
    Optional<Page<PostView>> page(Incident incident, int number, Reader reader) {
        try {
            List<PostView> rows = posts.find(incident.posts()).stream()
                    .sorted(WORST_FIRST)
                    .skip((number - 1L) * PAGE)
                    .limit(PAGE + 1)
                    .map(post -> PostView.of(post, reader))
                    .toList();
            return Optional.of(Page.of(rows, number, PAGE));
        } catch (PostsUnavailableException notNow) {
            return Optional.empty();
        }
    }
}
