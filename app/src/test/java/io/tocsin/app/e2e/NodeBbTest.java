package io.tocsin.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.NodeBbSettings;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceState.Health;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say in a real NodeBB forum arrives by its JSON, grows, changes and goes, as the forum has it. */
class NodeBbTest {
    @AutoClose
    private final NodeBbServer forum = NodeBbServer.start();

    private final Map<String, Post> stored = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @Test
    void postsArriveOnceWithTheirThreadCountsEditsAndEnd() {
        int topic = forum.topic(NodeBbServer.GENERAL, "ann", "Lanqiao is down", "蓝桥宽带断了两天。");
        int reply = forum.reply(topic, "bob", "Mine too.");
        int answer = forum.answer(topic, reply, "ann", "They do not even answer.");
        for (int i = 1; i <= 6; i++) {
            forum.reply(topic, "neighbour" + i, "Nothing works here either, for " + i + " days.");
        }
        try (CollectorRun run = start()) {
            run.poll();
            assertThat(thread()).hasSize(9);
            assertThat(post(reply).root()).isEqualTo(post(reply).inReplyTo()).endsWith(":" + (reply - 1));
            assertThat(post(answer).inReplyTo()).endsWith(":" + reply);
            assertThat(post(reply - 1).text()).isEqualTo("Lanqiao is down\n蓝桥宽带断了两天。");
            assertThat(Objects.requireNonNull(post(reply).author()).handle()).isEqualTo("bob");

            forum.vote(reply, "ann");
            forum.edit(answer, "ann", "They answered at last.");
            forum.delete(answer + 1, "neighbour1");
            run.recountIn(Duration.ofMinutes(6));
            assertThat(post(reply).engagement()).isEqualTo(new Engagement(null, null, 1L, null));
            assertThat(post(answer).text()).isEqualTo("They answered at last.");
            run.recountIn(Duration.ofMinutes(20));
            assertThat(post(answer + 1).text()).as("asked for twice").isEmpty();
        }

        int late = forum.reply(topic, "cyd", "Late: mine as well.");
        try (CollectorRun run = start()) {
            run.poll();

            assertThat(post(late).text()).isEqualTo("Late: mine as well.");
            assertThat(thread()).hasSize(10);
            assertThat(run.memory().sources().state(CollectorRun.SOURCE).health())
                    .isEqualTo(Health.HEALTHY);
        }
    }

    private List<Post> thread() {
        return stored.values().stream()
                .filter(post -> !post.text().startsWith("Welcome"))
                .toList();
    }

    private Post post(int number) {
        return stored.values().stream()
                .filter(post -> post.id().endsWith(":" + number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("post " + number + " is not among " + stored.keySet()));
    }

    private CollectorRun start() {
        Polling polling = new Polling(CollectorRun.SOURCE, Duration.ofSeconds(1), true);
        List<String> categories = List.of(Integer.toString(NodeBbServer.GENERAL));
        return new CollectorRun(folder, new NodeBbSettings(polling, forum.url(), categories, 2), stored);
    }
}
