package io.tocsin.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CopyFinderTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String OUTAGE = "爱可美的宽带从昨天晚上断到现在，客服电话一直打不通，有没有人管";

    private final Memory memory = Memory.ofProcess();
    private final List<Post> stored = new ArrayList<>();
    private final CopyFinder finder = new CopyFinder(memory.texts(), stored::addAll);

    private static Post.Builder post(String id, String text, Instant at) {
        return Post.builder(id, "test", text, at);
    }

    private static Post said(String id) {
        return post(id, OUTAGE, NOON).build();
    }

    private List<Post> found(Post... posts) {
        stored.clear();
        finder.accept(List.of(posts));
        return List.copyOf(stored);
    }

    @Test
    void theFirstIsTheOneThatWasWrittenFirstAndTheOrderStays() {
        assertThat(found(post("late", OUTAGE, NOON.plusSeconds(9)).build(), said("first")))
                .extracting(Post::id, Post::copyOf)
                .containsExactly(tuple("late", "first"), tuple("first", null));
        assertThat(found(said("first"))).extracting(Post::copyOf).containsOnlyNulls();
    }

    @Test
    void whatIsKnownOfAPostStays() {
        Post known = said("b").toBuilder().url("https://example.org/b").build();
        found(said("a"));

        assertThat(found(known)).containsExactly(known.toBuilder().copyOf("a").build());
    }

    @Test
    void aRepostSaysByItselfWhoseWordsItHas() {
        found(said("a"));

        Post repost = post("b", OUTAGE, NOON).repostOf("x").build();
        assertThat(found(repost)).containsExactly(repost);
        assertThat(found(repost.toBuilder().copyOf("a").build())).containsExactly(repost);
    }

    @Test
    void whatIsTooShortOrWithdrawnIsNoCopy() {
        found(post("a", "谢谢", NOON).build(), post("b", "", NOON).build());

        assertThat(found(post("c", "谢谢", NOON).build(), post("d", "", NOON).build()))
                .extracting(Post::copyOf)
                .containsOnlyNulls();
    }

    @Test
    void whatIsSaidToBeACopyIsBelievedUnlessOfItself() {
        assertThat(found(said("a").toBuilder().copyOf("elsewhere").build()))
                .extracting(Post::copyOf)
                .containsExactly("elsewhere");
        assertThat(found(post("b", "谢谢", NOON).copyOf("b").build()))
                .extracting(Post::copyOf)
                .containsOnlyNulls();
    }

    @Test
    void idsThatAreTooLongToRememberDoNoHarm() {
        Post strange = said("x".repeat(600));

        assertThat(found(strange, said("b").toBuilder().copyOf("y".repeat(600)).build()))
                .extracting(Post::copyOf)
                .containsExactly(null, "y".repeat(600));
    }

    @Test
    void countsThatGrowLeaveACopyACopy() {
        found(said("a"), said("b"));
        stored.clear();

        finder.grown(List.of(said("b")));

        assertThat(stored).extracting(Post::copyOf).containsExactly("a");
    }

    @Test
    void copiesAreFoundAcrossSourcesAndDoors() throws SourceException {
        Doors doors = new Doors(
                List.of(new DoorSettings("crm", "a token that nobody guesses", Duration.ofMinutes(1))),
                memory,
                stored::addAll,
                () -> NOON);
        Connector connector = (cursor, now) -> new Harvest(List.of(said("forum:1")), new Cursor("x"), false);
        Collector collector = new Collector(
                Map.of(new Source("forum", "test", "", Duration.ofMinutes(5)), connector),
                memory,
                stored::addAll,
                () -> NOON,
                new Random(1));

        collector.collect("forum");
        doors.deliver("crm", List.of(said("crm:1")), null);

        assertThat(stored).extracting(Post::copyOf).containsExactly(null, "forum:1");
    }
}
