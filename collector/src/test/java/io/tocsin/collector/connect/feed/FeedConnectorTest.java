package io.tocsin.collector.connect.feed;

import static io.tocsin.collector.fetch.TestSite.page;
import static io.tocsin.collector.fetch.TestSite.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.collector.connect.FeedSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem.Kind;
import io.tocsin.collector.source.SourceException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedConnectorTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final TestSite site = new TestSite();
    private final HttpFetcher fetcher =
            new HttpFetcher(new FetchSettings(null, Duration.ZERO, Duration.ofSeconds(10), 5_000_000), () -> NOW);

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    @Test
    void readsRssAsPeopleSeeIt() throws Exception {
        site.put("/feed", page(rss("""
                <item>
                  <guid isPermaLink="false">17</guid>
                  <title>Charger &amp;amp; cable melt</title>
                  <link>/posts/17?utm_source=rss&amp;id=17</link>
                  <description>&lt;p&gt;It &lt;b&gt;burns&lt;/b&gt;!&lt;/p&gt;&lt;p&gt;Again.&lt;/p&gt;</description>
                  <author>jo@example.org (Jo)</author>
                  <pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>
                </item>""")));

        Post post = harvest(Cursor.START).posts().getFirst();

        assertThat(post.id()).isEqualTo("localhost:17");
        assertThat(post.platform()).isEqualTo("localhost");
        assertThat(post.text()).isEqualTo("Charger & cable melt\nIt burns!\nAgain.");
        assertThat(post.url()).isEqualTo(site.url("/posts/17?id=17"));
        assertThat(post.author()).isEqualTo(Author.of("localhost:Jo", "Jo"));
        assertThat(post.createdAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(post.language()).isEqualTo("en");
    }

    @Test
    void readsAtom() throws Exception {
        site.put("/feed", page("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>f</title><id>f</id>
                  <entry><id>urn:1</id><title type="text">List&lt;String&gt; is broken</title>
                    <author><name>阿明</name><email>ming@example.org</email></author>
                    <link rel="alternate" href="http://example.org/1"/>
                    <updated>2026-03-01T09:00:00+08:00</updated>
                    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>one</p><p>two</p></div></content>
                  </entry>
                </feed>"""));

        Post post = harvest(Cursor.START).posts().getFirst();

        assertThat(post.id()).isEqualTo("localhost:urn:1");
        assertThat(post.text()).isEqualTo("List<String> is broken\none\ntwo");
        assertThat(post.author()).isEqualTo(Author.of("localhost:阿明", "阿明"));
        assertThat(post.url()).isEqualTo("http://example.org/1");
        assertThat(post.createdAt()).isEqualTo("2026-03-01T01:00:00Z");
    }

    @Test
    void anItemWithoutANameIsKnownByItsLinkOrItsWords() throws Exception {
        site.put("/feed", page(rss("""
                <item><title>a</title><link>http://example.org/1?utm_medium=x</link></item>
                <item><title>b</title></item>
                <item><title>c</title></item>""")));

        assertThat(harvest(Cursor.START).posts())
                .extracting(Post::id)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .contains("localhost:http://example.org/1")
                .allMatch(id -> id.startsWith("localhost:"));
    }

    @Test
    void aTimeThatIsMissingOrAbsurdIsNowAndALaterOneIsKept() throws Exception {
        site.put("/feed", page(rss("""
                <item><guid>1</guid><title>a</title></item>
                <item><guid>2</guid><title>b</title><pubDate>soon</pubDate></item>
                <item><guid>3</guid><title>c</title><pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate></item>
                <item><guid>4</guid><title>d</title><pubDate>Sun, 08 Mar 2026 12:00:00 GMT</pubDate></item>""")));

        assertThat(harvest(Cursor.START).posts())
                .extracting(Post::createdAt)
                .containsExactly(NOW, NOW, NOW, NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void givesOnlyWhatIsNewOrWasEdited() throws Exception {
        site.put("/feed", page(rss(item(1, "one") + item(2, "two"))));
        Harvest first = harvest(Cursor.START);

        Harvest same = harvest(first.cursor());
        site.put("/feed", page(rss(item(3, "three") + item(1, "one") + item(2, "two, edited"))));
        Harvest second = harvest(same.cursor());

        assertThat(first.posts()).extracting(Post::text).containsExactly("one", "two");
        assertThat(same.posts()).isEmpty();
        assertThat(second.posts()).extracting(Post::text).containsExactly("three", "two, edited");
        assertThat(second.more()).isFalse();
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() throws Exception {
        site.put("/feed", page(rss(item(1, "one"))).addHeader("ETag", "\"v1\""));
        Harvest first = harvest(Cursor.START);

        Harvest second = harvest(first.cursor());

        assertThat(site.requests("/feed").getLast().getHeaders().get("If-None-Match"))
                .isEqualTo("\"v1\"");
        assertThat(second).isEqualTo(new Harvest(List.of(), first.cursor(), false));
    }

    @Test
    void anItemThatComesBackIsRemembered() throws Exception {
        site.put("/feed", page(rss(item(1, "one"))));
        Cursor cursor = harvest(Cursor.START).cursor();
        site.put("/feed", page(rss(item(2, "two"))));
        cursor = harvest(cursor).cursor();
        site.put("/feed", page(rss(item(1, "one"))));

        assertThat(harvest(cursor).posts()).isEmpty();
    }

    @Test
    void theCursorStaysSmallButHoldsTheWholeFeed() throws Exception {
        site.put("/feed", page(rss(items(0, 600))));
        Cursor cursor = harvest(Cursor.START).cursor();
        site.put("/feed", page(rss(items(600, 1200))));
        cursor = harvest(cursor).cursor();
        assertThat(cursor.value().length()).isBetween(35_000, 45_000);

        site.put("/feed", page(rss(items(0, 1300))));
        cursor = harvest(cursor).cursor();
        assertThat(harvest(cursor).posts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"threads\":{}}",
                "17",
                "{\"feed\":\"http://elsewhere.example/\",\"validators\":{},\"seen\":{}}"
            })
    void theCursorOfAnotherSourceIsTheStart(String foreign) throws Exception {
        site.put("/feed", page(rss(item(1, "one"))));

        assertThat(harvest(new Cursor(foreign)).posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/rss+xml; charset=GBK", "application/octet-stream"})
    void readsChineseCharsets(String contentType) throws Exception {
        String xml = "<?xml version=\"1.0\" encoding=\"GBK\"?>" + rss(item(1, "手机爆炸了"));
        site.put("/feed", page(xml.getBytes(Charset.forName("GBK")), contentType));

        assertThat(harvest(Cursor.START).posts()).extracting(Post::text).containsExactly("手机爆炸了");
    }

    @Test
    void theByteOrderMarkTellsTheCharset() throws Exception {
        byte[] xml = ("\uFEFF" + rss(item(1, "手机爆炸了"))).getBytes(StandardCharsets.UTF_16LE);
        site.put("/feed", page(xml, "text/xml"));

        assertThat(harvest(Cursor.START).posts()).extracting(Post::text).containsExactly("手机爆炸了");
    }

    @Test
    void aWebPageIsNoFeedAndMayNameOne() {
        site.put("/feed", page("<!DOCTYPE html><html><head><title>Log in</title></head><body>...</body></html>"));
        assertThat(unreadable()).contains("/feed is a web page, not a feed", "log-in page");

        site.put(
                "/feed",
                page("<html><head><link rel=alternate type='application/rss+xml' href='/real.xml'></head></html>"));
        assertThat(unreadable()).endsWith("The page names this feed: " + site.url("/real.xml"));
    }

    @Test
    void brokenXmlIsToldWithItsLine() {
        site.put("/feed", page("<rss version='2.0'>\n<channel>\n<title>a</titel>\n</channel></rss>"));
        assertThat(unreadable()).contains("broken XML at line 3");

        site.put("/feed", page(rss(item(1, "one")).substring(0, 100)));
        assertThat(unreadable()).contains("broken XML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{\"items\":[]}", "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    void anythingElseIsNoFeedEither(String body) {
        site.put("/feed", page(body));

        assertThat(unreadable()).contains("/feed is ");
    }

    @Test
    void aBillionLaughsAreNotRead() {
        String entities = IntStream.range(1, 10)
                .mapToObj(i -> "<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
                .collect(Collectors.joining());
        site.put(
                "/feed",
                page("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ha\">" + entities + "]>"
                        + rss(item(1, "&l9;"))));

        assertThat(unreadable()).contains("has a DOCTYPE");
    }

    @Test
    void aFileIsNotReadForAFeed() {
        site.put(
                "/feed",
                page("<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + site.url("/secret") + "\">]>" + rss(item(1, "&x;"))));

        assertThat(unreadable()).contains("has a DOCTYPE");
        assertThat(site.requests("/secret")).isEmpty();
    }

    @Test
    void anErrorOfTheServerGoesOnAsItIs() {
        site.put("/feed", status(500));

        assertThat(failure().problem().kind()).isEqualTo(Kind.SERVER);
    }

    private Harvest harvest(Cursor cursor) throws SourceException {
        FeedSettings settings = new FeedSettings("news", site.url("/feed"), Duration.ofMinutes(5), true);
        return new FeedConnector(settings, fetcher).harvest(cursor, NOW);
    }

    private SourceException failure() {
        return catchThrowableOfType(SourceException.class, () -> harvest(Cursor.START));
    }

    private String unreadable() {
        SourceException failure = failure();
        assertThat(failure.problem().kind()).isEqualTo(Kind.UNREADABLE);
        return failure.problem().message();
    }

    private static String items(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> item(i, "text " + i)).collect(Collectors.joining());
    }

    private static String item(int id, String title) {
        return "<item><guid>%d</guid><title>%s</title></item>".formatted(id, title);
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>f</title><link>http://example.org/</link><description>f</description><language>en</language>"
                + items + "</channel></rss>";
    }
}
