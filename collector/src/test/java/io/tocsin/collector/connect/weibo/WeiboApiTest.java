package io.tocsin.collector.connect.weibo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.WeiboSettings;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeiboApiTest extends BadAnswersContract {

    @Override
    protected SourceSettings settings() {
        return new WeiboSettings(
                Polls.polling(),
                List.of("acme"),
                new WeiboSettings.Access.Token(site.url("/2/search/topics.json"), "hidden"));
    }

    @Override
    protected void serve() {
        site.program(WeiboApiTest::answer);
    }

    @Override
    protected List<String> served() {
        return IntStream.range(0, 120).mapToObj(i -> "weibo:" + (220 - i)).toList();
    }

    @Test
    void textsAreTakenAsTheyStand() {
        assertThat(polls.poll()).extracting(Post::text).contains("a < b & c 220");
    }

    @ParameterizedTest
    @CsvSource({"21327, ACCESS", "10014, ACCESS", "10023, RATE_LIMITED", "10001, SERVER"})
    void errorsInAnswersThatLookWellAreSaid(int code, Problem.Kind kind) {
        site.program(
                request -> Optional.of(TestSite.page("{\"error\":\"some_error\",\"error_code\":%d}".formatted(code))));

        assertThat(polls.poll()).isEmpty();

        assertThat(problem().kind()).isEqualTo(kind);
        assertThat(problem().message()).contains("Weibo").doesNotContain("hidden");
    }

    @Test
    void countsStatusesAgainAndNoticesThatTheyAreGone() throws SourceException {
        List<Post> read = polls.poll();
        site.put(
                "/2/statuses/show_batch.json?ids=220%2C219%2C218",
                TestSite.page("{\"statuses\":[%s,{\"id\":219,\"deleted\":\"1\"}]}"
                        .formatted(status(220).replace("\"attitudes_count\":3", "\"attitudes_count\":33"))));

        List<Reading> again = polls.recount("weibo:220", "weibo:219", "weibo:218");

        Post as = read.getFirst();
        assertThat(as.id()).isEqualTo("weibo:220");
        assertThat(again)
                .containsExactlyInAnyOrder(
                        new Reading.Seen(as.toBuilder()
                                .collectedAt(null)
                                .engagement(new Engagement(1L, 2L, 33L, null))
                                .build()),
                        new Reading.Gone("weibo:219"),
                        new Reading.Gone("weibo:218"));
    }

    private static Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        if (!url.encodedPath().equals("/2/search/topics.json")) {
            return Optional.empty();
        }
        if (!"OAuth2 hidden".equals(request.getHeaders().get("Authorization"))) {
            return Optional.of(TestSite.status(403));
        }
        assertThat(url.queryParameter("q")).isEqualTo("acme");
        int page = Integer.parseInt(Objects.requireNonNull(url.queryParameter("page")));
        String statuses = IntStream.range(0, 120)
                .skip((page - 1) * 50L)
                .limit(50)
                .mapToObj(i -> status(220 - i))
                .collect(Collectors.joining(","));
        return Optional.of(TestSite.page("{\"statuses\":[%s],\"total_number\":120}".formatted(statuses)));
    }

    private static String status(int id) {
        return """
                {"id":%1$d,"created_at":"Sun Mar 01 18:00:00 +0800 2026","text":"a < b & c %1$d","reposts_count":1,
                 "comments_count":2,"attitudes_count":3,"user":{"id":5,"screen_name":"lin","followers_count":9}}
                """.formatted(id);
    }
}
