package io.tocsin.dashboards.web;

import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.analyzer.analysis.PostsUnavailableException;
import io.tocsin.collector.Doors;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.Sources;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether Tocsin hears anything: a quiet list means little where no source can be read. */
final class Listening {
    private final SourceList configured;
    private final Doors doors;
    private final Sources sources;
    private final Posts posts;

    Listening(SourceList configured, Doors doors, Sources sources, Posts posts) {
        this.configured = configured;
        this.doors = doors;
        this.sources = sources;
        this.posts = posts;
    }

    /**
     * What is heard.
     *
     * @param sources how many are read
     * @param failing how many of them cannot be read now, or have gone quiet
     * @param lastSuccess when one of them was last read
     * @param posts how many posts are stored; {@code null} if nobody asked, or the store does not answer
     */
    record State(
            int sources,
            long failing,
            @Nullable Moment lastSuccess,
            @Nullable Long posts) {}

    /** What is heard now; counts the stored posts only if asked to, because the store may be far away. */
    State state(Reader reader, boolean countPosts) {
        List<SourceState> states = states();
        return new State(
                states.size(),
                states.stream().filter(state -> state.problem() != null).count(),
                reader.momentOrNull(lastSuccess(states)),
                countPosts ? count().orElse(null) : null);
    }

    /** What is read, and where posts are brought. */
    List<Source> configured() {
        return Stream.concat(configured.sources().stream(), doors.sources().stream())
                .toList();
    }

    private List<SourceState> states() {
        return configured().stream().map(source -> sources.state(source.name())).toList();
    }

    private static @Nullable Instant lastSuccess(List<SourceState> states) {
        return states.stream()
                .map(SourceState::lastSuccess)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Optional<Long> count() {
        try {
            return Optional.of(posts.count());
        } catch (PostsUnavailableException notNow) {
            return Optional.empty();
        }
    }
}
