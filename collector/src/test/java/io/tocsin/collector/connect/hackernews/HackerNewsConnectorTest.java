package io.tocsin.collector.connect.hackernews;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.HackerNewsSettings;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class HackerNewsConnectorTest extends BadAnswersContract {
    private static final long BEGIN = 1_772_000_000;

    /** Newest first. */
    private final List<Hit> hits = new ArrayList<>();

    record Hit(long at, String json) {}

    @Override
    protected SourceSettings settings() {
        return new HackerNewsSettings(Polls.polling(), site.url("/api/v1"), List.of("acme"));
    }

    @Override
    protected void serve() {
        IntStream.range(0, 250).forEach(id -> add(BEGIN + id / 3, id));
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return IntStream.range(0, 250).mapToObj(id -> "hackernews:" + id).toList();
    }

    @Test
    void readsStoriesAndComments() {
        hits.clear();
        hits.add(new Hit(BEGIN, """
                        {"objectID":"41","created_at_i":1772000000,"author":"ann","title":"Acme phones smoke",
                         "story_text":"<p>Ours did &amp; burnt.</p>","points":12,"num_comments":3,"url":"https://example.org/"}
                        """));
        hits.add(new Hit(BEGIN - 1, """
                        {"objectID":"42","created_at_i":1771999999,"author":"bo","comment_text":"<i>Mine too</i>","points":null,
                         "parent_id":40,"story_id":39,"story_title":"Acme"}
                        """));

        List<Post> posts = polls.poll();

        assertThat(posts.get(0))
                .isEqualTo(Post.builder(
                                "hackernews:41",
                                "hackernews",
                                "Acme phones smoke\nOurs did & burnt.",
                                Instant.ofEpochSecond(BEGIN))
                        .url("https://news.ycombinator.com/item?id=41")
                        .author(Author.of("hackernews:ann", "ann"))
                        .engagement(new Engagement(null, 3L, 12L, null))
                        .collectedAt(Polls.NOON)
                        .build());
        assertThat(posts.get(1).text()).isEqualTo("Mine too");
        assertThat(posts.get(1).inReplyTo()).isEqualTo("hackernews:40");
        assertThat(posts.get(1).root()).isEqualTo("hackernews:39");
        assertThat(posts.get(1).engagement()).isEqualTo(Engagement.UNKNOWN);
    }

    @Test
    void goesFurtherBackThanTheThousandHitsThatAreGivenByPage() {
        polls.poll();
        IntStream.range(250, 2_000).forEach(id -> add(BEGIN + id, id));

        assertThat(polls.poll()).hasSize(1_750);
    }

    private void add(long at, int id) {
        hits.addFirst(new Hit(at, """
                        {"objectID":"%d","created_at_i":%d,"author":"ann","comment_text":"text %d","parent_id":1}
                        """.formatted(id, at, id)));
    }

    @Test
    void countsItemsAgainAsSearchesDo() throws SourceException {
        site.put("/api/v1/items/41", TestSite.page("""
                {"id":41,"created_at_i":1772000000,"author":"ann","title":"Acme phones smoke","text":"<p>Ours did.</p>",
                 "points":12,"parent_id":null,"story_id":41,"children":[{"id":42,"children":[{"id":43,"children":[]}]},
                  {"id":44,"children":[]}]}
                """));
        site.put("/api/v1/items/42", TestSite.page("""
                {"id":42,"created_at_i":1772000001,"author":"bo","text":"Mine too","points":null,"parent_id":41,
                 "story_id":41,"children":[{"id":43,"children":[]}]}
                """));

        assertThat(polls.recount("hackernews:41")).singleElement().isInstanceOfSatisfying(Reading.Seen.class, seen -> {
            assertThat(seen.post().text()).isEqualTo("Acme phones smoke\nOurs did.");
            assertThat(seen.post().engagement()).isEqualTo(new Engagement(null, 3L, 12L, null));
        });
        assertThat(polls.recount("hackernews:42")).singleElement().isInstanceOfSatisfying(Reading.Seen.class, seen -> {
            assertThat(seen.post().root()).isEqualTo("hackernews:41");
            assertThat(seen.post().engagement()).isEqualTo(Engagement.UNKNOWN);
        });
        site.put(
                "/api/v1/items/45",
                TestSite.page("{\"id\":45,\"created_at_i\":1772000001,\"author\":null,\"text\":null,\"children\":[]}"));
        assertThat(polls.recount("hackernews:45"))
                .as("only a stub is left")
                .containsExactly(new Reading.Gone("hackernews:45"));
        assertThat(polls.recount("hackernews:404")).containsExactly(new Reading.Gone("hackernews:404"));
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        if (!url.encodedPath().equals("/api/v1/search_by_date")) {
            return Optional.empty();
        }
        assertThat(url.queryParameter("query")).isEqualTo("acme");
        assertThat(url.queryParameter("tags")).isEqualTo("(story,comment)");
        String filter = url.queryParameter("numericFilters");
        long last = filter == null ? Long.MAX_VALUE : Long.parseLong(filter.substring("created_at_i<=".length()));
        String found = hits.stream()
                .filter(hit -> hit.at() <= last)
                .limit(100)
                .map(Hit::json)
                .collect(Collectors.joining(",", "{\"hits\":[", "],\"nbPages\":10}"));
        return Optional.of(TestSite.page(found));
    }
}
