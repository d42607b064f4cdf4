package io.tocsin.collector.connect.appstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.AppStoreSettings;
import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceState.Health;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class AppStoreConnectorTest extends BadAnswersContract {
    private static final Pattern PATH =
            Pattern.compile("/(us|cn)/rss/customerreviews/page=(\\d+)/id=42/sortby=mostrecent/json");

    /** Newest first. */
    private final List<String> reviews = new ArrayList<>();

    @Override
    protected SourceSettings settings() {
        return new AppStoreSettings(Polls.polling(), site.url("/"), "42", List.of("us", "cn"));
    }

    @Override
    protected void serve() {
        IntStream.range(0, 70).forEach(id -> reviews.addFirst(review(id)));
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return IntStream.range(0, 70).mapToObj(id -> "appstore:" + id).toList();
    }

    @Test
    void readsEveryFieldOfAReview() {
        reviews.subList(1, reviews.size()).clear();

        assertThat(polls.poll())
                .as("a feed of one entry has no list")
                .containsExactly(Post.builder(
                                "appstore:69",
                                "appstore",
                                "Bad\nIt crashes & burns",
                                Instant.parse("2026-02-28T17:00:00Z"))
                        .url("https://itunes.apple.com/us/review?id=42")
                        .author(Author.of("appstore:ann", "ann"))
                        .engagement(new Engagement(null, null, 3L, null))
                        .collectedAt(Polls.NOON)
                        .build());
    }

    @Test
    void anAppWithoutReviewsIsNoTrouble() {
        reviews.clear();

        assertThat(polls.poll()).isEmpty();
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        Matcher path = PATH.matcher(request.getTarget());
        if (!path.matches()) {
            return Optional.empty();
        }
        int page = Integer.parseInt(path.group(2));
        List<String> here = path.group(1).equals("cn")
                ? List.of()
                : reviews.stream().skip((page - 1) * 50L).limit(50).toList();
        String app = page == 1 && here.size() > 1 ? "{\"im:name\":{\"label\":\"The app\"}}," : "";
        String entry = switch (here.size()) {
            case 0 -> "";
            case 1 -> ",\"entry\":" + here.getFirst();
            default -> ",\"entry\":[" + app + String.join(",", here) + "]";
        };
        return Optional.of(TestSite.page("{\"feed\":{\"author\":{}%s}}".formatted(entry)));
    }

    private static String review(int id) {
        return """
                {"author":{"uri":{"label":"x"},"name":{"label":"ann"}},"updated":{"label":"2026-02-28T10:00:00-07:00"},
                 "im:rating":{"label":"1"},"id":{"label":"%d"},"title":{"label":"Bad"},
                 "content":{"label":"It crashes & burns","attributes":{"type":"text"}},
                 "link":{"attributes":{"rel":"related","href":"https://itunes.apple.com/us/review?id=42"}},
                 "im:voteSum":{"label":"3"},"im:voteCount":{"label":"4"}}
                """.formatted(id);
    }
}
