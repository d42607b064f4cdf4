package io.tocsin.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.app.config.InvalidSettingsException;
import io.tocsin.app.config.Purpose;
import io.tocsin.app.config.Settings;
import io.tocsin.app.config.SettingsFile;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayTest {
    private static final Instant CRISIS = Instant.parse("2026-03-10T12:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Settings settings;

    @BeforeEach
    void settings() throws IOException, InvalidSettingsException {
        Path file = folder.resolve("tocsin.yaml");
        Files.writeString(file, """
                watches: [{name: Velmora, query: velmora}]
                rules:
                  - {name: surge, kind: surge, window: 30m, minimum: 5, chance: 0.0001}
                escalation:
                  - {after: 0m, notify: [duty]}
                  - {after: 10m, notify: [boss]}
                incidents: {quiet_after: 6h}
                channels:
                  - {name: duty, kind: email, to: [duty@example.org]}
                  - {name: boss, kind: email, to: [boss@example.org]}
                smtp: {host: mail.example.org, from: tocsin@example.org}
                """);
        settings = SettingsFile.read(file, Purpose.REPLAY);
    }

    @Test
    void showsWhatWouldHaveRungAndWhenAndWhomItWouldHaveCalled() {
        List<JsonNode> events = replay(posts()).stream().map(JSON::readTree).toList();

        assertThat(events)
                .extracting(event -> event.get("event").asString())
                .containsSubsequence("opened", "notified", "notified", "went_quiet")
                .startsWith("opened")
                .endsWith("went_quiet");
        assertThat(events)
                .filteredOn(event -> event.get("event").asString().equals("opened"))
                .hasSize(1);
        List<JsonNode> sent = events.stream()
                .filter(event -> event.get("event").asString().equals("notified"))
                .toList();
        assertThat(sent)
                .extracting(event -> event.get("recipient").asString())
                .containsExactly("duty@example.org", "boss@example.org");
        assertThat(time(sent.get(1))).isEqualTo(time(sent.get(0)).plusSeconds(600));
        JsonNode opened = events.getFirst();
        assertThat(opened.get("watch").asString()).isEqualTo("Velmora");
        assertThat(opened.get("posts")).isNotEmpty();
        assertThat(opened.get("reason").asString()).contains("Velmora");
        assertThat(time(opened)).isBetween(CRISIS, CRISIS.plusSeconds(1800));
    }

    @Test
    void manyWhoPostTheSameAreToldToCopy() {
        assertThat(replay(posts()).stream()
                        .map(JSON::readTree)
                        .toList()
                        .getFirst()
                        .get("reason")
                        .asString())
                .contains("in the words of others");
    }

    @Test
    void theSamePostsInAnyOrderGiveTheSameBytes() {
        List<Post> shuffled = new ArrayList<>(posts());
        Collections.shuffle(shuffled, new Random(5));

        assertThat(replay(shuffled)).isEqualTo(replay(posts())).isNotEmpty();
    }

    @Test
    void quietPostsRingNothing() {
        List<Post> quiet = posts().stream()
                .filter(post -> post.createdAt().isBefore(CRISIS))
                .toList();

        assertThat(replay(quiet)).isEmpty();
    }

    private List<String> replay(List<Post> posts) {
        List<String> lines = new ArrayList<>();
        try (Replay replay = new Replay(settings, lines::add)) {
            replay.run(posts);
        }
        return lines;
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.get("at").asString());
    }

    /** Three quiet days with a complaint now and then, and half an hour in which twenty-five people complain. */
    private static List<Post> posts() {
        List<Post> posts = new ArrayList<>();
        for (int hour = 1; hour <= 72; hour++) {
            posts.add(post(posts.size(), CRISIS.minusSeconds(3600L * hour), "Velmora opens a new shop in our street."));
            if (hour % 12 == 0) {
                posts.add(complaint(posts.size(), CRISIS.minusSeconds(3600L * hour + 60)));
            }
        }
        for (int i = 0; i < 25; i++) {
            posts.add(complaint(posts.size(), CRISIS.plusSeconds(60L * i)));
        }
        return posts;
    }

    private static Post complaint(int number, Instant at) {
        return post(number, at, "Velmora charged me twice and nobody answers, terrible service, I want my money back!");
    }

    private static Post post(int number, Instant at, String text) {
        return Post.builder("test:" + number, "test", text, at)
                .author(Author.of("test:author-" + number, "author" + number))
                .build();
    }
}
