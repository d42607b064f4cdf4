package io.tocsin.collector.connect.weibo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.WeiboSettings;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class WeiboSiteTest extends BadAnswersContract {
    private List<String> newestFirst = List.of();

    @Override
    protected SourceSettings settings() {
        return new WeiboSettings(
                Polls.polling(), List.of("爱可美"), new WeiboSettings.Access.Cookie(site.url("/"), "SUB=hidden"));
    }

    @Override
    protected void serve() {
        newestFirst = IntStream.range(0, 25)
                .mapToObj(i -> mblog(125 - i, "text " + (125 - i), ""))
                .toList();
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return IntStream.range(0, 25).mapToObj(i -> "weibo:" + (125 - i)).toList();
    }

    @Test
    void readsEveryFieldOfAPost() {
        newestFirst = List.of(mblog(7, "断网<br/>第<b>三</b>天 <span><img alt='[怒]'/></span>", ""));

        assertThat(polls.poll())
                .containsExactly(Post.builder("weibo:7", "weibo", "断网\n第三天 [怒]", Instant.parse("2026-03-01T10:00:00Z"))
                        .url("https://m.weibo.cn/detail/7")
                        .author(new Author("weibo:u5", "林", "林", 633_000L, true, null, null))
                        .engagement(new Engagement(12_000L, 1_000_000L, 5L, null))
                        .collectedAt(Polls.NOON)
                        .build());
    }

    @Test
    void fetchesLongTextsWhole() {
        newestFirst = List.of(mblog(7, "It begins ...全文", ",\"isLongText\":true"));
        site.put(
                "/statuses/extend?id=7",
                TestSite.page("{\"ok\":1,\"data\":{\"longTextContent\":\"It begins<br/>and ends\"}}"));

        assertThat(polls.poll()).extracting(Post::text).containsExactly("It begins\nand ends");
    }

    @Test
    void aLongTextThatIsNotToBeHadIsItsBeginning() {
        newestFirst = List.of(mblog(7, "It begins", ",\"isLongText\":true"));
        site.put("/statuses/extend?id=7", TestSite.page("{\"ok\":0,\"msg\":\"gone\"}"));

        assertThat(polls.poll()).extracting(Post::text).containsExactly("It begins");
    }

    @Test
    void aRepostHasItsRootAndOnlyItsOwnWords() {
        String original = ",\"retweeted_status\":" + mblog(3, "the original", "");
        newestFirst = List.of(mblog(9, "我也是//<a>@bo</a>:真的//@ann:看", original), mblog(8, "转发微博", original));

        List<Post> posts = polls.poll();

        assertThat(posts).extracting(Post::text).containsExactly("我也是", "");
        assertThat(posts).extracting(Post::repostOf).containsOnly("weibo:3");
        assertThat(posts).extracting(Post::root).containsOnly("weibo:3");
    }

    @Test
    void timesAreReadAsTheSiteWritesThem() {
        newestFirst = List.of(mblog(9, "a", "").replace("Sun Mar 01 18:00:00 +0800 2026", "3分钟前"));

        assertThat(polls.poll()).extracting(Post::createdAt).containsExactly(Instant.parse("2026-03-01T11:57:00Z"));
    }

    @Test
    void anExpiredCookieIsSaidButNotShown() {
        polls.poll();
        site.program(request -> Optional.of(TestSite.page("{\"ok\":-100,\"url\":\"https://passport.weibo.com/\"}")));

        assertThat(polls.poll()).isEmpty();

        assertThat(problem().kind()).isEqualTo(Problem.Kind.ACCESS);
        assertThat(problem().message()).contains("'cookie'").doesNotContain("hidden");
    }

    @Test
    void aLogInPageMeansThatTheCookieHasExpired() {
        site.program(request -> request.getTarget().startsWith("/signin")
                ? Optional.of(TestSite.page("<html>log in</html>"))
                : Optional.of(TestSite.redirect("/signin/login?entry=mweibo")));

        polls.poll();

        assertThat(problem().kind()).isEqualTo(Problem.Kind.ACCESS);
        assertThat(problem().message()).contains("'cookie'");
    }

    @Test
    void theAnswer432MeansThatTheCookieIsNotAccepted() {
        site.program(request ->
                Optional.of(request.getTarget().equals("/robots.txt") ? TestSite.status(404) : TestSite.status(432)));

        polls.poll();

        assertThat(problem().kind()).isEqualTo(Problem.Kind.ACCESS);
        assertThat(problem().message()).contains("'cookie'");
    }

    @Test
    void tooManyCallsAreSaid() {
        site.program(request -> Optional.of(TestSite.page("{\"ok\":0,\"msg\":\"请求过于频繁,歇歇吧\"}")));

        polls.poll();

        assertThat(problem().kind()).isEqualTo(Problem.Kind.RATE_LIMITED);
    }

    @Test
    void countsStatusesAgainAndNoticesThatTheyAreGone() throws SourceException {
        newestFirst = List.of(mblog(7, "It begins ...全文", ",\"isLongText\":true"));
        site.put(
                "/statuses/extend?id=7",
                TestSite.page("{\"ok\":1,\"data\":{\"longTextContent\":\"It begins<br/>and ends\"}}"));
        Post read = polls.poll().getFirst();
        site.put("/statuses/show?id=7", TestSite.page("{\"ok\":1,\"data\":%s}".formatted(newestFirst.getFirst())));
        site.put("/statuses/show?id=8", TestSite.page("{\"ok\":0,\"msg\":\"微博不存在或暂无查看权限!\"}"));

        assertThat(polls.recount("weibo:7", "weibo:8"))
                .containsExactly(
                        new Reading.Seen(read.toBuilder().collectedAt(null).build()), new Reading.Gone("weibo:8"));
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        if (!url.encodedPath().equals("/api/container/getIndex")) {
            return Optional.empty();
        }
        assertThat(url.queryParameter("containerid")).isEqualTo("100103type=61&q=爱可美&t=0");
        if (!"SUB=hidden".equals(request.getHeaders().get("Cookie"))) {
            return Optional.of(TestSite.page("{\"ok\":-100}"));
        }
        int page = Integer.parseInt(Objects.requireNonNull(url.queryParameter("page")));
        List<String> shown =
                newestFirst.stream().skip((page - 1) * 10L).limit(10).toList();
        if (shown.isEmpty()) {
            return Optional.of(TestSite.page("{\"ok\":0,\"msg\":\"这里还没有内容\",\"data\":{\"cards\":[]}}"));
        }
        String alone = shown.stream()
                .skip(1)
                .map(mblog -> ",{\"card_type\":9,\"mblog\":" + mblog + "}")
                .collect(Collectors.joining());
        return Optional.of(TestSite.page(
                "{\"ok\":1,\"data\":{\"cards\":[{\"card_type\":11,\"card_group\":[{\"card_type\":42},{\"mblog\":%s}]}%s]}}"
                        .formatted(shown.getFirst(), alone)));
    }

    private static String mblog(int id, String text, String more) {
        return """
                {"id":"%d","created_at":"Sun Mar 01 18:00:00 +0800 2026","text":"%s","reposts_count":"1.2万",
                 "comments_count":"100万+","attitudes_count":5,
                 "user":{"id":5,"screen_name":"林","verified":true,"followers_count":"63.3万"}%s}
                """.formatted(id, text, more);
    }
}
