package io.tocsin.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.SourceState.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoorsTest {
    private static final String TOKEN = "a token that nobody guesses";
    private static final Problem REFUSED = new Problem(Problem.Kind.REFUSED, "One was refused.");

    private final Memory memory = Memory.ofProcess();
    private final List<List<Post>> stored = new ArrayList<>();
    private @Nullable RuntimeException trouble;
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final Doors doors =
            new Doors(List.of(door("crm", TOKEN), door("shop", TOKEN + "!")), memory, this::store, () -> now);

    @Test
    void aTokenTellsWhoseItIs() {
        assertThat(doors.nameOf(TOKEN)).contains("crm");
        assertThat(doors.nameOf(TOKEN + "!")).contains("shop");
        assertThat(doors.nameOf(TOKEN + "?")).isEmpty();
        assertThat(doors.nameOf("")).isEmpty();
    }

    @Test
    void aTokenIsLongAndNeverShown() {
        assertThat(door("crm", TOKEN)).hasToString("DoorSettings[crm]");
        assertThatThrownBy(() -> door("crm", "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void postsAreHandedOnInStepsAndCounted() throws SourceException {
        doors.deliver("crm", posts(1_200), null);

        assertThat(stored).extracting(List::size).containsExactly(500, 500, 200);
        assertThat(stored.getFirst().getFirst().collectedAt()).isEqualTo(now);
        assertThat(state().posts()).isEqualTo(1_200);
        assertThat(state().lastSuccess()).isEqualTo(now);
        assertThat(state().health()).isEqualTo(Health.HEALTHY);
        assertThat(memory.arrivals().since("crm", now.minusSeconds(7_200)))
                .singleElement()
                .satisfies(hour -> assertThat(hour.posts()).isEqualTo(1_200));
        assertThat(memory.sources().state("shop").posts()).isZero();
    }

    @Test
    void aTimeThatIsKnownStays() throws SourceException {
        Instant earlier = now.minusSeconds(60);

        doors.deliver("crm", List.of(post(1).toBuilder().collectedAt(earlier).build()), null);

        assertThat(stored.getFirst().getFirst().collectedAt()).isEqualTo(earlier);
    }

    @Test
    void whatWasRefusedIsSaidUntilACallIsAllRight() throws SourceException {
        doors.deliver("crm", posts(1), REFUSED);
        assertThat(state().problem()).isEqualTo(REFUSED);
        assertThat(state().posts()).isEqualTo(1);

        doors.deliver("crm", posts(1), null);
        assertThat(state().problem()).isNull();

        doors.deliver("crm", List.of(), REFUSED);
        assertThat(state().problem()).isEqualTo(REFUSED);
        assertThat(state().posts()).isEqualTo(2);
    }

    @Test
    void postsThatCannotBeStoredAreNotTaken() throws SourceException {
        trouble = new IllegalStateException("the disk is full");

        assertThatThrownBy(() -> doors.deliver("crm", posts(3), null)).isInstanceOf(SourceException.class);
        assertThat(state().problem()).extracting(Problem::kind).isEqualTo(Problem.Kind.STORAGE);
        assertThat(state().posts()).isZero();

        trouble = null;
        doors.deliver("crm", posts(3), null);
        assertThat(state().health()).isEqualTo(Health.HEALTHY);
        assertThat(stored).singleElement().satisfies(step -> assertThat(step).hasSize(3));
    }

    @Test
    void aDoorThatHasGoneQuietIsReported() throws SourceException {
        for (int hour = 0; hour < 24 * 14; hour++) {
            doors.deliver("crm", posts(10), null);
            now = now.plus(Duration.ofHours(1));
        }
        doors.listen("crm");
        assertThat(state().health()).isEqualTo(Health.HEALTHY);

        now = now.plus(Duration.ofHours(8));
        doors.listen("crm");
        assertThat(state().health()).isEqualTo(Health.BLIND);

        doors.deliver("crm", posts(1), null);
        assertThat(state().health()).isEqualTo(Health.HEALTHY);
    }

    private SourceState state() {
        return memory.sources().state("crm");
    }

    private void store(List<Post> posts) {
        if (trouble != null) {
            throw trouble;
        }
        stored.add(posts);
    }

    private static DoorSettings door(String name, String token) {
        return new DoorSettings(name, token, Duration.ofMinutes(5));
    }

    private List<Post> posts(int many) {
        return IntStream.range(0, many).mapToObj(this::post).toList();
    }

    private Post post(int id) {
        return Post.builder("crm:" + id, "crm", "No answer for " + id + " days.", now)
                .build();
    }
}
