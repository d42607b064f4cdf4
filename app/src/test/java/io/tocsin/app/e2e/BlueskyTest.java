package io.tocsin.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.Collector;
import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.Connectors;
import io.tocsin.collector.Memory;
import io.tocsin.collector.PostSink;
import io.tocsin.collector.Recounts;
import io.tocsin.collector.connect.BlueskySettings;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Observation;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.SourceState.Health;
import io.tocsin.collector.store.Database;
import io.tocsin.collector.store.DatabaseSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say on a real Bluesky network arrives, grows, and goes, as the network has it. */
class BlueskyTest {
    private static final String SOURCE = "bluesky";
    private static final FetchSettings MANNERS =
            new FetchSettings(null, Duration.ZERO, Duration.ofSeconds(30), 5_000_000);

    @AutoClose
    private final BlueskyNetwork network = BlueskyNetwork.start();

    @AutoClose
    private Run run;

    /** What was handed on, by id, as the store of posts keeps it. */
    private final Map<String, Post> stored = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    private Duration ahead = Duration.ZERO;

    @BeforeEach
    void listen() {
        network.follow("bob", "ann");
        network.follow("cyd", "ann");
        network.post("ann", "acme, before anybody listened");
        run = new Run();
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
        assertThat(run.memory.observations().of(id(complaint)))
                .extracting(Observation::engagement)
                .extracting(Engagement::likes)
                .containsExactly(1L, 2L);

        network.hangUp();
        String second = network.post("bob", "ACME did not refund me.");
        arrived(second);

        run.close();
        String third = network.post("cyd", "while nobody listened: acme again");
        network.delete("bob", reply);
        run = new Run();
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
        assertThat(run.memory.sources().state(SOURCE).health()).isEqualTo(Health.HEALTHY);
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
        ahead = time;
        run.recounts.recount(SOURCE);
        return post(address).engagement();
    }

    private static String id(String address) {
        return "bluesky:" + address;
    }

    /** The collector from its start to its end. What it remembers is in the folder. */
    private final class Run implements AutoCloseable, PostSink {
        private final Database database = Database.open(DatabaseSettings.embedded(folder));
        private final Memory memory = Memory.in(database);
        private final HttpFetcher fetcher = new HttpFetcher(MANNERS, InstantSource.system());
        private final Collector collector;
        private final Recounts recounts;

        private Run() {
            Polling polling = new Polling(SOURCE, Duration.ofSeconds(1), true);
            CollectorSettings settings = new CollectorSettings(
                    MANNERS, List.of(new BlueskySettings(polling, network.stream(), network.api(), List.of("acme"))));
            Map<Source, Connector> connectors = Connectors.create(settings, fetcher, memory.paidReads());
            InstantSource clock = InstantSource.system();
            collector = new Collector(connectors, memory, this, clock, new Random(1));
            recounts = new Recounts(
                    connectors, memory, this, List::of, () -> clock.instant().plus(ahead));
        }

        private void poll() {
            collector.collect(SOURCE);
        }

        @Override
        public void accept(List<Post> posts) {
            posts.forEach(post -> stored.put(post.id(), post));
        }

        @Override
        public void grown(List<Post> posts) {
            accept(posts);
        }

        @Override
        public void close() {
            collector.close();
            fetcher.close();
            database.close();
        }
    }
}
