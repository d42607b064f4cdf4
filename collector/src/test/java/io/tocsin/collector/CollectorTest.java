package io.tocsin.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.SourceException;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.SourceState.Health;
import io.tocsin.collector.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorTest {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int ENDLESS = 1_000_000;

    private final Memory kept = Memory.ofProcess();
    private final Sources memory = kept.sources();
    private final List<Post> stored = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final InstantSource clock = () -> now;

    @Test
    void handsEveryStepOnAndMovesTheCursorBehindIt() {
        collector("a", counting(3)).collect("a");

        assertThat(stored).extracting(Post::id).containsExactly("test:0", "test:1", "test:2");
        assertThat(memory.state("a").cursor()).isEqualTo(new Cursor("3"));
        assertThat(memory.state("a").posts()).isEqualTo(3);
        assertThat(memory.state("a").health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void stampsWhenAPostWasFirstSeenUnlessThatIsKnown() {
        Instant known = now.minusSeconds(60);
        Connector connector = (cursor, time) -> new Harvest(
                List.of(post(0), post(1).toBuilder().collectedAt(known).build()), new Cursor("x"), false);

        collector("a", connector).collect("a");

        assertThat(stored).extracting(Post::collectedAt).containsExactly(now, known);
    }

    @Test
    void leavesOutWhatIsTooOldAndGoesOnBehindIt() {
        Post old = Post.builder("test:0", "test", "long ago", now.minus(Duration.ofDays(31)))
                .build();
        Post young = Post.builder("test:1", "test", "lately", now.minus(Duration.ofDays(29)))
                .build();
        Connector connector = (cursor, time) -> new Harvest(List.of(old, young), new Cursor("x"), false);
        Source source = new Source("a", "test", "https://example.org/", EVERY, Duration.ofDays(30));

        new Collector(Map.of(source, connector), kept, stored::addAll, clock, new Random(1)).collect("a");

        assertThat(stored).extracting(Post::id).containsExactly("test:1");
        assertThat(memory.state("a").cursor()).isEqualTo(new Cursor("x"));
        assertThat(memory.state("a").posts()).isEqualTo(1);
    }

    @Test
    void keepsTheCursorWhenThePostsCannotBeStored() {
        Collector collector = new Collector(
                Map.of(source("a"), counting(1)),
                kept,
                posts -> {
                    throw new IllegalStateException("the disk is full.");
                },
                clock,
                new Random(1));

        collector.collect("a");

        SourceState state = memory.state("a");
        assertThat(state.cursor()).isEqualTo(Cursor.START);
        assertThat(problem(state).kind()).isEqualTo(Problem.Kind.STORAGE);
        assertThat(problem(state).message()).contains("the disk is full", "will be read again");
    }

    @Test
    void leavesAFailingSourceAloneEverLongerAndForgetsThatWhenItAnswers() {
        Set<Integer> broken = new HashSet<>(List.of(1, 2, 3));
        List<Instant> asked = new ArrayList<>();
        Collector collector = collector("a", (cursor, time) -> {
            asked.add(time);
            if (broken.contains(asked.size())) {
                throw new SourceException(Problem.Kind.SERVER, "It answered 500.");
            }
            return new Harvest(List.of(), cursor, false);
        });

        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            collector.collect("a");
            waits.add(Duration.between(
                    now, Objects.requireNonNull(memory.state("a").notBefore())));
            now = now.plus(waits.getLast()).minusMillis(1);
            collector.collect("a");
            now = now.plusMillis(1);
        }
        assertThat(asked).hasSize(3);
        assertThat(waits.get(0)).isBetween(EVERY.dividedBy(2), EVERY);
        assertThat(waits.get(1)).isBetween(EVERY, EVERY.multipliedBy(2));
        assertThat(waits.get(2)).isBetween(EVERY.multipliedBy(2), EVERY.multipliedBy(4));

        collector.collect("a");
        assertThat(memory.state("a").health()).isEqualTo(Health.HEALTHY);
        assertThat(memory.state("a").failuresInRow()).isZero();
    }

    @Test
    void waitsAsLongAsTheServerAsked() {
        Connector busy = (cursor, time) -> {
            throw new SourceException(Problem.Kind.RATE_LIMITED, "Too many requests.", Duration.ofMinutes(40), null);
        };

        collector("a", busy).collect("a");

        assertThat(memory.state("a").notBefore()).isEqualTo(now.plus(Duration.ofMinutes(40)));
    }

    @Test
    void anUnexpectedErrorIsTheProblemOfOneSourceOnly() {
        Map<Source, Connector> connectors = new LinkedHashMap<>();
        connectors.put(source("broken"), (cursor, time) -> {
            throw new IllegalArgumentException("a bug");
        });
        connectors.put(source("fine"), counting(2));
        Collector collector = new Collector(connectors, kept, stored::addAll, clock, new Random(1));

        collector.sources().forEach(source -> collector.collect(source.name()));

        assertThat(problem(memory.state("broken")).message()).contains("IllegalArgumentException");
        assertThat(stored).hasSize(2);
    }

    @Test
    void aSourceThatNeverEndsGivesItsThreadBack() {
        Collector collector = collector("a", counting(ENDLESS));

        collector.collect("a");
        int first = stored.size();
        collector.collect("a");

        assertThat(first).isPositive();
        assertThat(stored).hasSize(2 * first).extracting(Post::id).doesNotHaveDuplicates();
    }

    @Test
    void aSourceThatAlwaysGaveAndGivesNothingMoreIsBlindAndSeesAgain() {
        int[] given = {0};
        boolean[] silent = {false};
        Collector collector = collector(
                "a",
                (cursor, time) ->
                        new Harvest(silent[0] ? List.of() : List.of(post(given[0]++)), new Cursor("x"), false));
        for (int poll = 0; poll < 12 * 24 * 7; poll++) {
            collector.collect("a");
            now = now.plus(EVERY);
        }
        silent[0] = true;
        for (int poll = 0; poll < 12 * 4; poll++) {
            collector.collect("a");
            now = now.plus(EVERY);
        }

        assertThat(memory.state("a").health()).isEqualTo(Health.BLIND);
        assertThat(problem(memory.state("a")).message())
                .startsWith("Blind since 2026-03-08T11:55:00Z: it answers, but none of ");
        assertThat(memory.state("a").notBefore()).as("it is read as before").isNull();

        silent[0] = false;
        collector.collect("a");
        assertThat(memory.state("a").health()).isEqualTo(Health.HEALTHY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyPostArrivesHoweverOftenReadingAndStoringFail(long seed) {
        Random random = new Random(seed);
        int all = 300;
        Connector flaky = (cursor, time) -> {
            if (random.nextInt(100) < 30) {
                throw new SourceException(Problem.Kind.NETWORK, "The connection broke off.");
            }
            return counting(all).harvest(cursor, time);
        };
        Collector collector = new Collector(
                Map.of(source("a"), flaky),
                kept,
                posts -> {
                    if (random.nextInt(100) < 30) {
                        throw new IllegalStateException("the store is away.");
                    }
                    stored.addAll(posts);
                },
                clock,
                random);

        while (stored.size() < all) {
            collector.collect("a");
            now = now.plus(Duration.ofHours(2));
        }

        assertThat(stored).extracting(Post::id).doesNotHaveDuplicates().hasSize(all);
    }

    private Collector collector(String name, Connector connector) {
        return new Collector(Map.of(source(name), connector), kept, stored::addAll, clock, new Random(1));
    }

    private static Source source(String name) {
        return new Source(name, "test", "https://example.org/" + name, EVERY);
    }

    /** One post a step; the cursor is the number of the next. */
    private static Connector counting(int posts) {
        return (cursor, time) -> {
            int next = cursor.equals(Cursor.START) ? 0 : Integer.parseInt(cursor.value());
            List<Post> found = next < posts ? List.of(post(next)) : List.of();
            int after = Math.min(posts, next + 1);
            return new Harvest(found, new Cursor(Integer.toString(after)), after < posts);
        };
    }

    private static Post post(int number) {
        return Post.builder("test:" + number, "test", "text " + number, Instant.parse("2026-03-01T11:00:00Z"))
                .build();
    }

    private static Problem problem(SourceState state) {
        return Objects.requireNonNull(state.problem());
    }
}
