package io.tocsin.analyzer.store;

import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Copies;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Posts that live as long as the process, for a replay. */
public final class MemoryPosts implements Posts {
    private final Map<String, AnalyzedPost> byId = new ConcurrentHashMap<>();

    @Override
    public void save(Collection<AnalyzedPost> posts) {
        posts.forEach(post -> byId.put(post.post().id(), post));
    }

    @Override
    public List<Post> grow(Collection<Post> posts) {
        return posts.stream().filter(post -> !grow(post)).toList();
    }

    private boolean grow(Post post) {
        return byId.computeIfPresent(post.id(), (id, known) -> known.grown(post.engagement())) != null;
    }

    @Override
    public List<AnalyzedPost> find(Collection<String> ids) {
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Map<String, Copies> copies(Collection<String> ids) {
        Set<String> originals = Set.copyOf(ids);
        Map<String, List<Post>> copies = byId.values().stream()
                .map(AnalyzedPost::post)
                .filter(post -> post.copyOf() != null && originals.contains(post.copyOf()))
                .collect(Collectors.groupingBy(post -> Objects.requireNonNull(post.copyOf())));
        return copies.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> copies(entry.getValue())));
    }

    private static Copies copies(List<Post> posts) {
        return new Copies(
                posts.size(), posts.stream().map(Post::platform).distinct().toList());
    }

    @Override
    public void complaintsSince(Instant from, Consumer<AnalyzedPost> each) {
        byId.values().stream()
                .filter(AnalyzedPost::complainsAboutAny)
                .filter(post -> !post.post().writtenAt().isBefore(from))
                .forEach(each);
    }

    @Override
    public long count() {
        return byId.size();
    }
}
