package io.tocsin.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.Recounter;
import io.tocsin.collector.connect.Reminded;
import io.tocsin.collector.growth.Followed;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Observation;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.SourceException;
import io.tocsin.collector.source.SourceState.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecountsTest {
    private static final Source SOURCE = new Source("a", "test", "https://example.org/", Duration.ofMinutes(5));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Memory memory = Memory.ofProcess();
    private final Platform platform = new Platform();
    private final List<Post> stored = new ArrayList<>();
    private final List<Post> grown = new ArrayList<>();
    private final List<String> urgent = new ArrayList<>();
    private Instant now = NOON;
    private boolean storeIsAway;

    private final Collector collector =
            new Collector(Map.of(SOURCE, platform), memory, new Store(), () -> now, new Random(1));
    private final Recounts recounts =
            new Recounts(Map.of(SOURCE, platform), memory, new Store(), () -> urgent, () -> now);

    @Test
    void aPostIsCountedAgainWhileItGrowsAndEachReadingIsKept() {
        platform.publish(1, 0);
        collector.collect("a");

        later(Duration.ofMinutes(4), 3);
        later(Duration.ofMinutes(1), 5);
        later(Duration.ofMinutes(5), 5);

        assertThat(memory.observations().of("test:1")).containsExactly(reading(0, 0), reading(5, 5), reading(10, 5));
        assertThat(stored).as("nobody reads the same text twice").hasSize(1);
        assertThat(grown)
                .as("handed on if the counts have changed")
                .extracting(post -> post.engagement().likes())
                .containsExactly(5L);
        assertThat(grown)
                .as("when it was first read")
                .extracting(Post::collectedAt)
                .containsOnly(NOON);
    }

    @Test
    void anEditIsHandedOn() {
        platform.publish(1, 0);
        collector.collect("a");
        platform.texts.put("test:1", "edited");

        later(Duration.ofMinutes(5), 0);

        assertThat(stored).extracting(Post::text).containsExactly("text 1", "edited");
        assertThat(grown).isEmpty();
    }

    @Test
    void whatAnIncidentDependsOnIsReadFourTimesAsOften() {
        platform.publish(1, 0);
        platform.publish(2, 0);
        collector.collect("a");
        urgent.add("test:2");

        later(Duration.ofSeconds(75), 1);

        assertThat(memory.observations().of("test:1")).hasSize(1);
        assertThat(memory.observations().of("test:2")).hasSize(2);
    }

    @Test
    void whatIsMissingIsGivenTimeHoweverUrgentItIs() {
        platform.publish(1, 0);
        collector.collect("a");
        urgent.add("test:1");
        platform.texts.remove("test:1");

        later(Duration.ofMinutes(5), 0);
        later(Duration.ofMinutes(9), 0);

        assertThat(stored).extracting(Post::text).containsExactly("text 1");
        assertThat(platform.asked).hasSize(1);
    }

    @Test
    void aPostThatIsMissingTwiceLosesItsText() {
        platform.publish(1, 0);
        collector.collect("a");
        platform.texts.remove("test:1");

        later(Duration.ofMinutes(5), 0);
        assertThat(stored).hasSize(1);
        later(Duration.ofMinutes(10), 0);

        assertThat(stored.getLast().text()).isEmpty();
        assertThat(stored.getLast().author()).isNull();
        assertThat(stored.getLast().collectedAt()).isEqualTo(NOON);
        assertThat(followed("test:1").goneAt()).isEqualTo(now);
        later(Duration.ofDays(1), 0);
        assertThat(platform.asked).as("it is not asked for again").hasSize(2);
    }

    @Test
    void aPostThatTheSourceSaysIsWithdrawnLosesItsText() {
        platform.publish(1, 0);
        collector.collect("a");
        platform.withdrawn = List.of("test:1", "test:999");

        collector.collect("a");

        assertThat(stored).extracting(Post::id).containsExactly("test:1", "test:1");
        assertThat(stored.getLast().text()).isEmpty();
    }

    @Test
    void aPostThatIsWithdrawnBeforeItWasTakenIsNotHandedOn() {
        platform.publish(1, 0);
        platform.publish(2, 0);
        platform.withdrawn = List.of("test:1");

        collector.collect("a");

        assertThat(stored).extracting(Post::id).containsExactly("test:2");
    }

    @Test
    void aPostThatCannotBeFoundAtAWhimIsKept() {
        platform.publish(1, 0);
        collector.collect("a");
        String text = platform.texts.remove("test:1");
        later(Duration.ofMinutes(5), 0);
        platform.texts.put("test:1", text);
        later(Duration.ofMinutes(10), 1);
        platform.texts.remove("test:1");
        later(Duration.ofMinutes(10), 1);

        assertThat(stored).extracting(Post::text).containsOnly("text 1");
    }

    @Test
    void troubleWithCountsIsNoTroubleOfTheSource() {
        platform.publish(1, 0);
        collector.collect("a");
        platform.trouble = new SourceException(Problem.Kind.SERVER, "It answered 500.");

        later(Duration.ofMinutes(5), 1);
        later(Duration.ofMinutes(5), 1);
        assertThat(memory.sources().state("a").health()).isEqualTo(Health.HEALTHY);
        assertThat(platform.asked).hasSize(1);
        platform.trouble = null;
        later(Duration.ofMinutes(5), 7);

        assertThat(memory.observations().of("test:1")).containsExactly(reading(0, 0), reading(15, 7));
    }

    @Test
    void whatCouldNotBeStoredIsReadAgain() {
        platform.publish(1, 0);
        collector.collect("a");
        storeIsAway = true;
        assertThatThrownBy(() -> later(Duration.ofMinutes(5), 1)).hasMessage("the store is away");
        storeIsAway = false;

        later(Duration.ofSeconds(1), 1);

        assertThat(grown).extracting(post -> post.engagement().likes()).containsExactly(1L);
    }

    @Test
    void aSourceThatIsLeftAloneIsLeftAlone() {
        platform.publish(1, 0);
        collector.collect("a");
        memory.sources().fail("a", new Problem(Problem.Kind.RATE_LIMITED, "Wait."), now, now.plusSeconds(3600));

        later(Duration.ofMinutes(30), 1);

        assertThat(platform.asked).isEmpty();
    }

    @Test
    void asksForAsManyAsThePlatformAllows() {
        IntStream.range(0, 45).forEach(id -> platform.publish(id, 0));
        collector.collect("a");

        later(Duration.ofMinutes(5), 0);

        assertThat(platform.asked).extracting(List::size).containsExactly(20, 20, 5);
    }

    @Test
    void oneTurnMakesTenCallsAndTheNextGoesOn() {
        IntStream.range(0, 205).forEach(id -> platform.publish(id, 0));
        collector.collect("a");

        later(Duration.ofMinutes(5), 0);
        assertThat(platform.asked).hasSize(10);
        later(Duration.ofSeconds(1), 0);

        assertThat(platform.asked).hasSize(11);
        assertThat(platform.asked.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(205);
    }

    @Test
    void aBareRepostHasNoCounts() {
        Post repost =
                Post.builder("test:1", "test", "", NOON).repostOf("test:0").build();

        assertThat(Followed.isPossible(repost)).isFalse();
        assertThat(Followed.isPossible(repost.toBuilder().repostOf(null).build()))
                .isTrue();
    }

    @Test
    void whatThePlatformTellsNothingAboutIsNotFollowed() {
        platform.publish(1, 0);
        platform.publish(2, 0);
        platform.silentAbout = "test:1";
        collector.collect("a");

        later(Duration.ofMinutes(5), 0);

        assertThat(platform.asked).containsExactly(List.of("test:2"));
    }

    @Test
    void remindsAConnectorOfThePostsItGaveBefore() {
        Attentive before = new Attentive();
        Memory all = Memory.ofProcess();
        new Collector(Map.of(SOURCE, before), all, posts -> {}, () -> NOON, new Random(1)).collect("a");
        Attentive after = new Attentive();

        new Collector(Map.of(SOURCE, after), all, posts -> {}, () -> NOON, new Random(1)).collect("a");

        assertThat(before.reminded).isEmpty();
        assertThat(after.reminded).containsExactly("test:2", "test:1");
    }

    @Test
    void sourcesWithoutCountsAreNotAsked() {
        Recounts none = new Recounts(
                Map.of(SOURCE, (cursor, time) -> new Harvest(List.of(), cursor, false)),
                memory,
                new Store(),
                Set::of,
                () -> now);

        assertThat(none.sources()).isEmpty();
        assertThat(recounts.sources()).containsExactly("a");
    }

    private void later(Duration time, long likes) {
        now = now.plus(time);
        platform.likes = likes;
        recounts.recount("a");
    }

    private Followed followed(String id) {
        return memory.observations().find("a", List.of(id)).getFirst();
    }

    private static Observation reading(int minutes, long likes) {
        return new Observation(
                "test:1", NOON.plus(Duration.ofMinutes(minutes)), new Engagement(null, null, likes, null));
    }

    private final class Store implements PostSink {
        @Override
        public void accept(List<Post> posts) {
            put(posts, stored);
        }

        @Override
        public void grown(List<Post> posts) {
            put(posts, grown);
        }

        private void put(List<Post> posts, List<Post> there) {
            if (storeIsAway) {
                throw new IllegalStateException("the store is away");
            }
            there.addAll(posts);
        }
    }

    /** Wants to know which posts it gave before. */
    private static final class Attentive implements Reminded, Recounter {
        private final List<String> reminded = new ArrayList<>();

        @Override
        public int capacity() {
            return 2;
        }

        @Override
        public void remind(List<String> ids) {
            reminded.addAll(ids);
        }

        @Override
        public Harvest harvest(Cursor cursor, Instant now) {
            List<Post> posts = IntStream.range(0, 3)
                    .mapToObj(i -> Post.builder("test:" + i, "test", "text", NOON.plusSeconds(i))
                            .build())
                    .toList();
            return new Harvest(posts, cursor, false);
        }

        @Override
        public int batch() {
            return 1;
        }

        @Override
        public List<Reading> recount(List<String> ids, Instant now) {
            return List.of();
        }
    }

    /** Gives all its posts once, and their likes when it is asked. */
    private static final class Platform implements Recounter {
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final List<List<String>> asked = new ArrayList<>();
        private List<String> withdrawn = List.of();
        private String silentAbout = "";
        private @Nullable SourceException trouble;
        private long likes;

        void publish(int id, long withLikes) {
            texts.put("test:" + id, "text " + id);
            likes = withLikes;
        }

        @Override
        public Harvest harvest(Cursor cursor, Instant now) {
            List<Post> posts = cursor.equals(Cursor.START)
                    ? texts.keySet().stream().map(this::post).toList()
                    : List.of();
            return new Harvest(posts, withdrawn, new Cursor("read"), false, null);
        }

        @Override
        public boolean tells(String id) {
            return !id.equals(silentAbout);
        }

        @Override
        public int batch() {
            return 20;
        }

        @Override
        public List<Reading> recount(List<String> ids, Instant now) throws SourceException {
            asked.add(ids);
            if (trouble != null) {
                throw trouble;
            }
            return Recounter.readings(
                    ids, ids.stream().filter(texts::containsKey).map(this::post).toList());
        }

        private Post post(String id) {
            return Post.builder(id, "test", String.valueOf(texts.get(id)), NOON)
                    .engagement(new Engagement(null, null, likes, null))
                    .build();
        }
    }
}
