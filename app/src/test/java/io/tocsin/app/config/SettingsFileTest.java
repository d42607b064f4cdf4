package io.tocsin.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.alerting.AlertingSettings;
import io.tocsin.alerting.channel.email.EmailSettings;
import io.tocsin.alerting.channel.email.SmtpSettings;
import io.tocsin.alerting.channel.webhook.WebhookSettings;
import io.tocsin.alerting.escalation.Policy;
import io.tocsin.alerting.rule.Rule;
import io.tocsin.analyzer.AnalyzerSettings;
import io.tocsin.analyzer.store.ElasticSettings;
import io.tocsin.analyzer.watch.Watch;
import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.connect.AppStoreSettings;
import io.tocsin.collector.connect.BlueskySettings;
import io.tocsin.collector.connect.Css;
import io.tocsin.collector.connect.DiscourseSettings;
import io.tocsin.collector.connect.FeedSettings;
import io.tocsin.collector.connect.Field;
import io.tocsin.collector.connect.FilesSettings;
import io.tocsin.collector.connect.FlarumSettings;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.HackerNewsSettings;
import io.tocsin.collector.connect.LemmySettings;
import io.tocsin.collector.connect.MastodonSettings;
import io.tocsin.collector.connect.NodeBbSettings;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.connect.RedditSettings;
import io.tocsin.collector.connect.Selectors;
import io.tocsin.collector.connect.Spot;
import io.tocsin.collector.connect.TelegramSettings;
import io.tocsin.collector.connect.V2exSettings;
import io.tocsin.collector.connect.WeiboSettings;
import io.tocsin.collector.connect.XSettings;
import io.tocsin.collector.connect.YouTubeSettings;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.store.DatabaseSettings;
import io.tocsin.dashboards.web.ConsoleSettings;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key ends up where it belongs, and what is left out has its default. */
class SettingsFileTest {
    private static final String SIGNING_SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @TempDir
    Path folder;

    @Test
    void anEmptyFileIsAllDefaults() throws Exception {
        assertThat(Written.in(folder, "").read())
                .isEqualTo(new Settings(
                        folder.resolve("data"),
                        DatabaseSettings.embedded(folder.resolve("data")),
                        null,
                        ConsoleSettings.DEFAULT,
                        new CollectorSettings(FetchSettings.DEFAULT, List.of()),
                        AnalyzerSettings.of(List.of()),
                        new AlertingSettings(
                                List.of(
                                        new Rule.Surge("surge", Duration.ofMinutes(30), 5, 0.0001),
                                        new Rule.SeverePost("severe-post", 3)),
                                Duration.ofHours(2),
                                Duration.ofHours(24),
                                new Policy(List.of()),
                                List.of(),
                                List.of(),
                                null,
                                ConsoleSettings.DEFAULT.url())));
    }

    @Test
    void whatIsLeftOutOfASectionHasItsDefault() throws Exception {
        Settings settings = Written.in(folder, """
                        console: {port: 9090}
                        sources:
                          - {name: news, kind: feed, url: "https://example.org/feed.xml"}
                          - name: bbs
                            kind: forum
                            list: {url: "https://bbs.example.cn/", item: tr, link: a@href, title: a}
                            post: {item: div, id: "@id", time: em, text: p}
                        rules:
                          - {name: many, kind: surge}
                          - {name: bad, kind: severe-post}
                        channels:
                          - {name: duty, kind: email, to: duty@example.org}
                          - {name: hook, kind: webhook, url: "https://example.org/hook", secret: %s}
                        smtp: {host: mail.example.org, from: tocsin@example.org}
                        """.formatted(SIGNING_SECRET)).read();
        URI console = URI.create("http://127.0.0.1:9090");
        assertThat(settings.console()).isEqualTo(new ConsoleSettings("127.0.0.1", 9090, console));
        assertThat(settings.alerting().console()).isEqualTo(console);
        assertThat(settings.collector().sources())
                .containsExactly(
                        new FeedSettings("news", "https://example.org/feed.xml", Duration.ofMinutes(5), false),
                        new ForumSettings(
                                new Polling("bbs", Duration.ofMinutes(5), false),
                                ZoneOffset.UTC,
                                new ForumSettings.ListPages("https://bbs.example.cn/", 1),
                                30,
                                null,
                                null,
                                new Selectors(
                                        Map.of(Spot.LIST_ITEM, Css.parse("tr"), Spot.POST_ITEM, Css.parse("div")),
                                        Map.of(
                                                Spot.LIST_LINK, Field.parse("a@href"),
                                                Spot.LIST_TITLE, Field.parse("a"),
                                                Spot.POST_ID, Field.parse("@id"),
                                                Spot.POST_TIME, Field.parse("em"),
                                                Spot.POST_TEXT, Field.parse("p")))));
        assertThat(settings.alerting().rules())
                .containsExactly(
                        new Rule.Surge("many", Duration.ofMinutes(30), 5, 0.0001), new Rule.SeverePost("bad", 3));
        assertThat(settings.alerting().emails())
                .containsExactly(
                        new EmailSettings("duty", List.of("duty@example.org"), Locale.ENGLISH, ZoneOffset.UTC));
        assertThat(settings.alerting().webhooks())
                .containsExactly(
                        new WebhookSettings("hook", URI.create("https://example.org/hook"), SIGNING_SECRET, false));
        assertThat(settings.alerting().smtp())
                .isEqualTo(new SmtpSettings(
                        "mail.example.org", 587, null, null, "tocsin@example.org", SmtpSettings.Security.STARTTLS));
    }

    @Test
    void aForumCanDoWithItsAddress() throws Exception {
        Settings settings = Written.in(folder, """
                        sources:
                          - {name: bbs, kind: forum, url: "https://bbs.example.cn/forum-2-1.html"}
                          - {name: mybb, kind: forum, url: "https://mybb.example.org/forum-2.html", preset: mybb}
                        """).read();
        assertThat(settings.collector().sources())
                .containsExactly(
                        forum("bbs", "https://bbs.example.cn/forum-2-1.html", null),
                        forum("mybb", "https://mybb.example.org/forum-2.html", "mybb"));
    }

    private static ForumSettings forum(String name, String url, @Nullable String preset) {
        return new ForumSettings(
                new Polling(name, Duration.ofMinutes(5), false),
                ZoneOffset.UTC,
                new ForumSettings.ListPages(url, 1),
                30,
                preset,
                null,
                Selectors.NONE);
    }

    @Test
    void everyKeyIsRead() throws Exception {
        Settings settings = Written.in(folder, """
                        data: /var/lib/tocsin
                        database: {url: "jdbc:postgresql://db/tocsin", username: dbuser, password: dbpass}
                        elasticsearch: {url: "https://search.example.org:9200", username: esuser, password: espass}
                        console: {address: 0.0.0.0, port: 80, url: "https://tocsin.example.org"}
                        fetch: {contact: "https://example.org/bot", delay: 3s, timeout: 1m30s500ms, body_limit: 7MB}
                        sources:
                          - {name: news, kind: feed, url: "https://example.org/feed.xml", every: 1h, internal: true}
                          - name: bbs
                            kind: forum
                            every: 2m
                            max_age: 30d
                            zone: Asia/Shanghai
                            internal: true
                            preset: discuz
                            cookie: "auth=secret"
                            list:
                              url: "https://bbs.example.cn/forum-2-{page}.html"
                              pages: 3
                              item: "tbody[id^=normalthread_]"
                              link: "a.xst@href"
                              title: ["a.xst", "a.title"]
                              replies: "td.num a"
                              last_reply: "td.by:last-child em span@title"
                              next: "a.nxt@href"
                            thread: {next: "div.pg a.nxt@href", pages: 7}
                            post:
                              item: "div[id^=post_]"
                              id: '@id | regex(post_(\\d+))'
                              author: "div.authi a.xw1"
                              time: ["em span@title", "em"]
                              text: "td[id^=postmessage_]"
                              remove: "div.quote, .jammer"
                        watches:
                          - {name: acme, query: 'acme OR 爱可美'}
                        rules:
                          - {name: many, kind: surge, window: 1h, minimum: 9, chance: 1e-6}
                          - {name: bad, kind: severe-post, severity: 2}
                        incidents: {reopen_within: 3h, quiet_after: 2d}
                        escalation:
                          - {after: 0, notify: [duty, hook]}
                          - {after: 10m, notify: duty}
                        channels:
                          - {name: duty, kind: email, to: [a@example.org, b@example.org], language: zh, zone: Asia/Tokyo}
                          - {name: hook, kind: webhook, url: "https://example.org/hook", secret: %s, internal: true}
                        smtp: {host: mail, port: 25, username: me, password: pw, from: t@example.org, security: none}
                        """.formatted(SIGNING_SECRET))
                .readFor(Purpose.RUN)
                .read();
        assertThat(settings.data()).isEqualTo(Path.of("/var/lib/tocsin"));
        assertThat(settings.database())
                .isEqualTo(new DatabaseSettings("jdbc:postgresql://db/tocsin", "dbuser", "dbpass"));
        assertThat(settings.elasticsearch())
                .isEqualTo(new ElasticSettings(URI.create("https://search.example.org:9200"), "esuser", "espass"));
        assertThat(settings.console())
                .isEqualTo(new ConsoleSettings("0.0.0.0", 80, URI.create("https://tocsin.example.org")));
        assertThat(settings.collector())
                .isEqualTo(new CollectorSettings(
                        new FetchSettings(
                                "https://example.org/bot", Duration.ofSeconds(3), Duration.ofMillis(90_500), 7_000_000),
                        List.of(
                                new FeedSettings("news", "https://example.org/feed.xml", Duration.ofHours(1), true),
                                new ForumSettings(
                                        new Polling("bbs", Duration.ofMinutes(2), true, Duration.ofDays(30)),
                                        ZoneId.of("Asia/Shanghai"),
                                        new ForumSettings.ListPages("https://bbs.example.cn/forum-2-{page}.html", 3),
                                        7,
                                        "discuz",
                                        "auth=secret",
                                        new Selectors(
                                                Map.of(
                                                        Spot.LIST_ITEM, Css.parse("tbody[id^=normalthread_]"),
                                                        Spot.POST_ITEM, Css.parse("div[id^=post_]"),
                                                        Spot.POST_REMOVE, Css.parse("div.quote, .jammer")),
                                                Map.of(
                                                        Spot.LIST_LINK, Field.parse("a.xst@href"),
                                                        Spot.LIST_TITLE, Field.parse("a.xst", "a.title"),
                                                        Spot.LIST_REPLIES, Field.parse("td.num a"),
                                                        Spot.LIST_LAST_REPLY,
                                                                Field.parse("td.by:last-child em span@title"),
                                                        Spot.LIST_NEXT, Field.parse("a.nxt@href"),
                                                        Spot.THREAD_NEXT, Field.parse("div.pg a.nxt@href"),
                                                        Spot.POST_ID, Field.parse("@id | regex(post_(\\d+))"),
                                                        Spot.POST_AUTHOR, Field.parse("div.authi a.xw1"),
                                                        Spot.POST_TIME, Field.parse("em span@title", "em"),
                                                        Spot.POST_TEXT, Field.parse("td[id^=postmessage_]")))))));
        assertThat(settings.analyzer().watches()).containsExactly(new Watch("acme", "acme OR 爱可美"));
        assertThat(settings.alerting())
                .isEqualTo(new AlertingSettings(
                        List.of(
                                new Rule.Surge("many", Duration.ofHours(1), 9, 0.000001),
                                new Rule.SeverePost("bad", 2)),
                        Duration.ofHours(3),
                        Duration.ofDays(2),
                        new Policy(List.of(
                                new Policy.Step(Duration.ZERO, List.of("duty", "hook")),
                                new Policy.Step(Duration.ofMinutes(10), List.of("duty")))),
                        List.of(new EmailSettings(
                                "duty",
                                List.of("a@example.org", "b@example.org"),
                                Locale.CHINESE,
                                ZoneId.of("Asia/Tokyo"))),
                        List.of(new WebhookSettings(
                                "hook", URI.create("https://example.org/hook"), SIGNING_SECRET, true)),
                        new SmtpSettings("mail", 25, "me", "pw", "t@example.org", SmtpSettings.Security.NONE),
                        URI.create("https://tocsin.example.org")));
    }

    @Test
    void aSectionCanTakeOverTheKeysOfAnother() throws Exception {
        Settings settings = Written.in(folder, """
                        sources:
                          - &bbs
                            name: phones
                            kind: forum
                            zone: Asia/Shanghai
                            list: &list {url: "https://bbs.example.cn/2", item: tr, link: a@href, title: a}
                            post: {item: div, id: "@id", time: em, text: p}
                          - <<: *bbs
                            name: tariffs
                            list: {<<: *list, url: "https://bbs.example.cn/3"}
                        """).read();
        assertThat(settings.collector().sources())
                .extracting(
                        source -> source.source().name(),
                        source -> source.source().address())
                .containsExactly(
                        tuple("phones", "https://bbs.example.cn/2"), tuple("tariffs", "https://bbs.example.cn/3"));
    }

    @Test
    void everyKeyOfAPlatformEndsUpWhereItBelongs() throws Exception {
        assertThat(Written.in(folder, """
                        sources:
                          - {name: a, kind: hackernews, search: [acme, acme phone], url: "https://hn.example/", every: 1h, internal: true}
                          - {name: b, kind: lemmy, url: "https://lemmy.example/", communities: phones, search: [acme]}
                          - {name: c, kind: mastodon, url: "https://m.example/", tags: ["#acme", 爱可美], search: acme, token: hush, stream: true}
                          - {name: d, kind: reddit, subreddits: [r/phones], search: [acme], app: {id: i, secret: s},
                             url: "https://r.example/", api_url: "https://o.example/"}
                          - {name: e, kind: appstore, app: 1234567890, countries: [us, cn], url: "https://a.example/"}
                          - {name: f, kind: bluesky, search: acme, stream: "wss://j.example/subscribe", api_url: "https://b.example/"}
                          - {name: g, kind: discourse, url: "https://d.example/"}
                          - {name: h, kind: flarum, url: "https://f.example/", pages: 7}
                          - {name: i, kind: nodebb, url: "https://n.example/", categories: [2, 5], pages: 8}
                          - {name: j, kind: telegram, channels: ["@acmenews"], url: "https://t.example/"}
                          - {name: k, kind: v2ex, nodes: phones, token: hush, url: "https://v.example/"}
                          - {name: l, kind: youtube, channels: UCa, videos: v1, key: hush, url: "https://y.example/"}
                          - {name: m, kind: weibo, search: [爱可美], token: hush, url: "https://c.example/2/search.json"}
                          - {name: n, kind: weibo, search: [爱可美], cookie: SUB=hush, url: "https://w.example/"}
                          - {name: o, kind: x, search: [acme], token: hush, stream: true, daily_reads: 5000, url: "https://x.example/2/"}
                        """).read().collector().sources())
                .containsExactly(
                        new HackerNewsSettings(
                                new Polling("a", Duration.ofHours(1), true),
                                "https://hn.example/",
                                List.of("acme", "acme phone")),
                        new LemmySettings(usual("b"), "https://lemmy.example/", List.of("phones"), List.of("acme")),
                        new MastodonSettings(
                                usual("c"),
                                "https://m.example/",
                                List.of("acme", "爱可美"),
                                List.of("acme"),
                                "hush",
                                true),
                        new RedditSettings(
                                usual("d"),
                                "https://r.example/",
                                "https://o.example/",
                                List.of("phones"),
                                List.of("acme"),
                                new RedditSettings.App("i", "s")),
                        new AppStoreSettings(usual("e"), "https://a.example/", "1234567890", List.of("us", "cn")),
                        new BlueskySettings(
                                usual("f"), "https://j.example/subscribe", "https://b.example/", List.of("acme")),
                        new DiscourseSettings(usual("g"), "https://d.example/"),
                        new FlarumSettings(usual("h"), "https://f.example/", 7),
                        new NodeBbSettings(usual("i"), "https://n.example/", List.of("2", "5"), 8),
                        new TelegramSettings(usual("j"), "https://t.example/", List.of("acmenews")),
                        new V2exSettings(usual("k"), "https://v.example/", List.of("phones"), "hush"),
                        new YouTubeSettings(usual("l"), "https://y.example/", List.of("UCa"), List.of("v1"), "hush"),
                        new WeiboSettings(
                                usual("m"),
                                List.of("爱可美"),
                                new WeiboSettings.Access.Token("https://c.example/2/search.json", "hush")),
                        new WeiboSettings(
                                usual("n"),
                                List.of("爱可美"),
                                new WeiboSettings.Access.Cookie("https://w.example/", "SUB=hush")),
                        new XSettings(usual("o"), "https://x.example/2/", List.of("acme"), "hush", true, 5000));
    }

    @Test
    void filesLieBesideTheConfigurationAndTheirColumnsAreMapped() throws Exception {
        assertThat(Written.in(folder, """
                        sources:
                          - {name: a, kind: files, path: in/posts.jsonl}
                          - name: b
                            kind: files
                            path: /var/inbox
                            csv:
                              platform: calls
                              columns: {id: Ticket, time: Created, text: [Subject, Notes], author: By, followers: Fans,
                                        url: Link, reposts: R, replies: C, likes: L, views: V}
                              separator: tab
                              charset: GB18030
                              zone: Asia/Shanghai
                          - {name: c, kind: files, path: /x.csv, csv: {platform: p, columns: {id: i, time: t, text: x}}}
                        """).read().collector().sources())
                .containsExactly(
                        new FilesSettings(usual("a"), folder.resolve("in/posts.jsonl"), null),
                        new FilesSettings(
                                usual("b"),
                                Path.of("/var/inbox"),
                                new FilesSettings.Csv(
                                        "calls",
                                        Charset.forName("GB18030"),
                                        '\t',
                                        ZoneId.of("Asia/Shanghai"),
                                        new FilesSettings.Columns(
                                                "Ticket",
                                                "Created",
                                                List.of("Subject", "Notes"),
                                                "By",
                                                "Fans",
                                                "Link",
                                                "R",
                                                "C",
                                                "L",
                                                "V"))),
                        new FilesSettings(
                                usual("c"),
                                Path.of("/x.csv"),
                                new FilesSettings.Csv(
                                        "p",
                                        StandardCharsets.UTF_8,
                                        ',',
                                        ZoneOffset.UTC,
                                        new FilesSettings.Columns(
                                                "i", "t", List.of("x"), null, null, null, null, null, null, null))));
    }

    @Test
    void platformsHaveTheirUsualAddresses() throws Exception {
        assertThat(Written.in(folder, """
                        sources:
                          - {name: a, kind: appstore, app: 1234567890, countries: us}
                          - {name: b, kind: bluesky, search: acme}
                          - {name: c, kind: telegram, channels: acmenews}
                          - {name: d, kind: v2ex}
                          - {name: e, kind: youtube, videos: v1, key: hush}
                          - {name: f, kind: nodebb, url: "https://n.example/"}
                          - {name: g, kind: weibo, search: a, token: hush}
                          - {name: h, kind: weibo, search: a, cookie: hush}
                          - {name: i, kind: x, search: a, token: hush, daily_reads: 20}
                        """).read().collector().sources())
                .containsExactly(
                        new AppStoreSettings(usual("a"), AppStoreSettings.URL, "1234567890", List.of("us")),
                        new BlueskySettings(usual("b"), BlueskySettings.STREAM, BlueskySettings.API, List.of("acme")),
                        new TelegramSettings(usual("c"), TelegramSettings.URL, List.of("acmenews")),
                        new V2exSettings(usual("d"), V2exSettings.URL, List.of(), null),
                        new YouTubeSettings(usual("e"), YouTubeSettings.URL, List.of(), List.of("v1"), "hush"),
                        new NodeBbSettings(usual("f"), "https://n.example/", List.of(), 3),
                        new WeiboSettings(
                                usual("g"),
                                List.of("a"),
                                new WeiboSettings.Access.Token(WeiboSettings.API_URL, "hush")),
                        new WeiboSettings(
                                usual("h"),
                                List.of("a"),
                                new WeiboSettings.Access.Cookie(WeiboSettings.SITE_URL, "hush")),
                        new XSettings(usual("i"), XSettings.URL, List.of("a"), "hush", false, 20));
    }

    private static Polling usual(String name) {
        return new Polling(name, Duration.ofMinutes(5), false);
    }

    @Test
    void noSecretIsShown() throws Exception {
        Settings settings = Written.in(folder, """
                        database: {url: "jdbc:postgresql://db/tocsin?password=s3cret", username: me, password: s3cret}
                        elasticsearch: {url: "https://search.example.org", username: me, password: s3cret}
                        sources:
                          - {name: news, kind: feed, url: "https://me:s3cret@example.org/feed?token=s3cret"}
                          - name: bbs
                            kind: forum
                            zone: UTC
                            list: {url: "https://me:s3cret@bbs.example.cn/", item: tr, link: a@href, title: a}
                            post: {item: div, id: "@id", time: em, text: p}
                          - {name: toots, kind: mastodon, url: "https://m.example/", tags: a, token: s3cret}
                          - {name: red, kind: reddit, subreddits: acme, app: {id: i, secret: s3cret}}
                          - {name: v2, kind: v2ex, nodes: a, token: s3cret}
                          - {name: tube, kind: youtube, videos: a, key: s3cret}
                          - {name: weibo, kind: weibo, search: a, token: s3cret}
                          - {name: weibo-site, kind: weibo, search: a, cookie: s3cret}
                          - {name: x, kind: x, search: a, token: s3cret, daily_reads: 20}
                        channels:
                          - {name: hook, kind: webhook, url: "https://example.org/s3cret", secret: %s}
                        smtp: {host: mail.example.org, username: me, password: s3cret, from: t@example.org}
                        """.formatted(SIGNING_SECRET)).read();
        assertThat(settings.toString()).doesNotContain("s3cret").doesNotContain(SIGNING_SECRET);
    }
}
