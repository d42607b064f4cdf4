package io.tocsin.collector.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.collector.connect.FeedSettings;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState.Health;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** News by their sitemaps. */
class SitemapTest {
    private static final String FIRST = """
            <url><loc>https://news.example/2026/smoke?utm_source=sitemap</loc><lastmod>2026-03-01T11:00:00Z</lastmod>
            <news:news><news:publication><news:name>Example News</news:name><news:language>zh</news:language></news:publication>
            <news:publication_date>2026-03-01T18:30:00+08:00</news:publication_date><news:title>路由器 &amp; 冒烟</news:title></news:news></url>
            """;
    private static final String SECOND = """
            <url><loc>https://news.example/2026/refund</loc><lastmod>2026-02-28</lastmod>
            <news:news><news:title>No  refund</news:title></news:news></url>
            """;
    private static final String WITHOUT_TITLE = "<url><loc>https://news.example/about</loc></url>";

    private final TestSite site = new TestSite();
    private Polls polls = new Polls(settings(site.url("/news.xml")));

    @AfterEach
    void end() {
        polls.close();
        site.close();
    }

    @Test
    void aTitleIsAPostAndComesAgainIfItChanges() {
        site.put("/news.xml", TestSite.page(urls(FIRST + SECOND + WITHOUT_TITLE)));

        assertThat(polls.poll())
                .extracting(Post::id, Post::text, Post::url, Post::language, Post::createdAt)
                .containsExactly(
                        tuple(
                                "localhost:https://news.example/2026/smoke",
                                "路由器 & 冒烟",
                                "https://news.example/2026/smoke",
                                "zh",
                                Instant.parse("2026-03-01T10:30:00Z")),
                        tuple(
                                "localhost:https://news.example/2026/refund",
                                "No refund",
                                "https://news.example/2026/refund",
                                null,
                                Instant.parse("2026-02-28T00:00:00Z")));
        assertThat(polls.poll()).isEmpty();

        site.put("/news.xml", TestSite.page(urls(FIRST + SECOND.replace("No  refund", "Refund after all"))));
        assertThat(polls.poll()).extracting(Post::text).containsExactly("Refund after all");
    }

    @Test
    void anIndexIsFollowedPackedOrNot() throws IOException {
        listen(site.url("/index.xml.gz").replace("http://", "http://me:pw@"));
        site.put(
                "/index.xml.gz",
                TestSite.page(
                        gz("""
                <?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>%1$s</loc><lastmod>2026-03-01</lastmod></sitemap><sitemap><loc>%2$s</loc></sitemap>
                <sitemap><loc>%3$s</loc></sitemap></sitemapindex>
                """.formatted(site.url("/a.xml"), site.url("/b.xml.gz"), site.url("/gone.xml"))),
                        "application/gzip"));
        site.put("/a.xml", TestSite.page(urls(FIRST)));
        site.put("/b.xml.gz", TestSite.page(gz(urls(SECOND)), "application/x-gzip"));

        assertThat(polls.poll()).extracting(Post::text).containsExactly("路由器 & 冒烟", "No refund");
        assertThat(site.requests("/b.xml.gz").getFirst().getHeaders().get("Authorization"))
                .isEqualTo(Credentials.basic("me", "pw"));

        site.put("/b.xml.gz", TestSite.page(gz(urls(SECOND + FIRST.replace("smoke", "fire"))), "application/x-gzip"));
        assertThat(polls.poll()).extracting(Post::url).containsExactly("https://news.example/2026/fire");
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void anIndexOfTheWholeHistoryIsReadWhereItChangedLast() {
        StringBuilder index = new StringBuilder("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (int month = 1; month <= 12; month++) {
            index.append("<sitemap><loc>%s</loc><lastmod>2025-%02d-01</lastmod></sitemap>"
                    .formatted(site.url("/" + month), month));
            site.put("/" + month, TestSite.page(urls(FIRST.replace("smoke", "smoke-" + month))));
        }
        site.put("/news.xml", TestSite.page(index + "</sitemapindex>"));

        assertThat(polls.poll()).hasSize(10);
        assertThat(site.visits()).contains("/12", "/3").doesNotContain("/1", "/2");
    }

    @Test
    void aSitemapWithoutTitlesIsSaid() {
        site.put("/news.xml", TestSite.page(urls(WITHOUT_TITLE)));

        assertThat(problem().kind()).isEqualTo(Problem.Kind.UNREADABLE);
        assertThat(problem().message()).contains("/news.xml", "no page on it has a news:title", "robots.txt");
    }

    @Test
    void anEmptySitemapIsNoTrouble() {
        site.put("/news.xml", TestSite.page(urls("")));

        assertThat(polls.poll()).isEmpty();
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE"})
    void aBillionLaughsAreNotHeard(String charset) {
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE urlset [<!ENTITY l0 \"ha\">");
        for (int i = 1; i <= 10; i++) {
            laughs.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        String bomb =
                laughs + "]>" + urls(SECOND.replace("No  refund", "&l10;")).replaceFirst("<\\?xml[^>]*>", "");
        site.put("/news.xml", TestSite.page(bomb.getBytes(Charset.forName(charset)), "text/xml; charset=" + charset));

        assertThat(problem().kind()).isEqualTo(Problem.Kind.UNREADABLE);
        assertThat(problem().message()).contains("DOCTYPE");
    }

    @Test
    void aDoctypeFarDownDoesNoHarmEither() {
        String late = "<?xml version=\"1.0\"?><!--" + "x".repeat(10_000)
                + "--><!DOCTYPE urlset [<!ENTITY file SYSTEM \"file:///etc/hostname\"><!ENTITY a \"ha\">]>";
        site.put(
                "/news.xml",
                TestSite.page(
                        late + urls(SECOND.replace("No  refund", "&file;&a;")).replaceFirst("<\\?xml[^>]*>", "")));

        assertThat(polls.poll()).isEmpty();
    }

    @Test
    void fiftyMegabytesInASmallFileAreNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(urls(FIRST).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50; i++) {
                gzip.write(new byte[1_000_000]);
            }
        }
        site.put("/news.xml", TestSite.page(packed.toByteArray(), "application/gzip"));

        assertThat(problem().kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(problem().message()).contains("1000000 bytes", "fetch.body_limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>", "<urlset <<>"})
    void aBrokenSitemapIsSaid(String broken) {
        site.put("/news.xml", TestSite.page(broken));

        assertThat(problem().kind()).isEqualTo(Problem.Kind.UNREADABLE);
    }

    @Test
    void aFileThatBreaksOffIsSaid() throws IOException {
        byte[] whole = gz(urls(FIRST));
        site.put("/news.xml", TestSite.page(Arrays.copyOf(whole, whole.length / 2), "application/gzip"));

        assertThat(problem().message()).contains("is packed, and breaks off");
    }

    private void listen(String url) {
        polls.close();
        polls = new Polls(settings(url));
    }

    private Problem problem() {
        assertThat(polls.poll()).isEmpty();
        return Objects.requireNonNull(polls.state().problem());
    }

    private static FeedSettings settings(String url) {
        return new FeedSettings("test", url, Duration.ofMinutes(5), true);
    }

    private static String urls(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">" + content + "</urlset>";
    }

    private static byte[] gz(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
