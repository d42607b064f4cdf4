package io.tocsin.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.BlueskySettings;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Observation;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceState.Health;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say on a real Bluesky network arrives, grows, and goes, as the network has it. */
class BlueskyTest {
    @AutoClose
    private final BlueskyNetwork network = BlueskyNetwork.start();

    @AutoClose
    private CollectorRun run;

    /** What was handed on, by id, as the store of posts keeps it. */
    private final Map<String, Post> stored = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        network.follow("bob", "ann");
        network.follow("cyd", "ann");
        run = start();
        run.poll();
    }

    @Test
    void postsArriveOnceWithReachThreadGrowthAndEnd() {
        String complaint = network.post("ann", "Acme 手机又爆炸了, worst phone ever");
        network.post("cyd", "Nothing of interest.");
        Post post = arrived(complaint);
        Author author = Objects.requireNonNull(post.author());
        assertThat(author.handle()).isEqualTo("ann.test");
        assertThat(author.name()).isEqualTo("ANN");
        assertThat(author.followers()).isEqualTo(2);
        assertThat(post.text()).isEqualTo("Acme 手机又爆炸了, worst phone ever");

        String reply = network.reply("bob", complaint, complaint, "我也是，正在退货");
        String answer = network.reply("ann", complaint, reply, "They do not even answer.");
        String repost = network.repost("bob", complaint);
        assertThat(arrived(answer).inReplyTo()).isEqualTo(id(reply));
        assertThat(arrived(answer).root()).isEqualTo(id(complaint));
        assertThat(arrived(reply).inReplyTo()).isEqualTo(id(complaint));
        assertThat(arrived(repost).repostOf()).isEqualTo(id(complaint));
        assertThat(arrived(repost).text()).isEmpty();

        network.like("bob", complaint);
        assertThat(countedAfter(Duration.ofMinutes(5), complaint)).isEqualTo(new Engagement(1L, 1L, 1L, null));
        network.like("cyd", complaint);
        network.repost("cyd", complaint);
        network.reply("cyd", complaint, complaint, "Same here.");
        assertThat(countedAfter(Duration.ofMinutes(10), complaint)).isEqualTo(new Engagement(2L, 2L, 2L, null));
        assertThat(run.memory().observations().of(id(complaint)))
                .extracting(Observation::engagement)
                .extracting(Engagement::likes)
                .containsExactly(1L, 2L);

        network.hangUp();
        String second = network.post("bob", "ACME did not refund me.");
        arrived(second);

        run.close();
        String third = network.post("cyd", "while nobody listened: acme again");
        network.delete("bob", reply);
        run = start();
        arrived(third);
        Await.until("the end of the reply", () -> {
            run.poll();
            return post(reply).text().isEmpty();
        });
        assertThat(stored.values())
                .as("none is missing, none came twice")
                .extracting(Post::text)
                .containsExactlyInAnyOrder(
                        post.text(),
                        "",
                        "They do not even answer.",
                        "",
                        "",
                        "Same here.",
                        "ACME did not refund me.",
                        "while nobody listened: acme again");
        assertThat(run.memory().sources().state(CollectorRun.SOURCE).health()).isEqualTo(Health.HEALTHY);
    }

    private CollectorRun start() {
        Polling polling = new Polling(CollectorRun.SOURCE, Duration.ofSeconds(1), true);
        return new CollectorRun(
                folder, new BlueskySettings(polling, network.stream(), network.api(), List.of("acme")), stored);
    }

    private Post arrived(String address) {
        Await.until("the arrival of " + address, () -> {
            run.poll();
            return stored.containsKey(id(address));
        });
        return post(address);
    }

    private Post post(String address) {
        return Objects.requireNonNull(stored.get(id(address)));
    }

    private Engagement countedAfter(Duration time, String address) {
        run.recountIn(time);
        return post(address).engagement();
    }

    private static String id(String address) {
        return "bluesky:" + address;
    }
}
