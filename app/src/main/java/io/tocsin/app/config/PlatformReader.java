package io.tocsin.app.config;

import io.tocsin.collector.connect.AppStoreSettings;
import io.tocsin.collector.connect.BlueskySettings;
import io.tocsin.collector.connect.DiscourseSettings;
import io.tocsin.collector.connect.FlarumSettings;
import io.tocsin.collector.connect.HackerNewsSettings;
import io.tocsin.collector.connect.LemmySettings;
import io.tocsin.collector.connect.MastodonSettings;
import io.tocsin.collector.connect.NodeBbSettings;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.connect.RedditSettings;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.TelegramSettings;
import io.tocsin.collector.connect.V2exSettings;
import io.tocsin.collector.connect.WeiboSettings;
import io.tocsin.collector.connect.XSettings;
import io.tocsin.collector.connect.YouTubeSettings;
import java.util.List;
import java.util.Optional;

/** Reads a source that is a platform with an interface of its own. */
final class PlatformReader {
    static final List<String> KINDS = List.of(
            "appstore",
            "bluesky",
            "discourse",
            "flarum",
            "hackernews",
            "lemmy",
            "mastodon",
            "nodebb",
            "reddit",
            "telegram",
            "v2ex",
            "weibo",
            "x",
            "youtube");

    private static final int LIST_PAGES = 3;

    private PlatformReader() {}

    static Optional<SourceSettings> read(String kind, Section section, Polling polling) {
        return switch (kind) {
            case "appstore" -> appStore(section, polling);
            case "bluesky" -> bluesky(section, polling);
            case "discourse" -> discourse(section, polling);
            case "flarum" -> flarum(section, polling);
            case "hackernews" -> hackerNews(section, polling);
            case "lemmy" -> lemmy(section, polling);
            case "mastodon" -> mastodon(section, polling);
            case "nodebb" -> nodeBb(section, polling);
            case "reddit" -> reddit(section, polling);
            case "telegram" -> telegram(section, polling);
            case "v2ex" -> v2ex(section, polling);
            case "weibo" -> weibo(section, polling);
            case "x" -> x(section, polling);
            default -> youTube(section, polling);
        };
    }

    private static Optional<SourceSettings> appStore(Section section, Polling polling) {
        String url = section.optional("url", Types.WEB_PAGE).orElse(AppStoreSettings.URL);
        String app = section.required("app", Types.APP_NUMBER);
        List<String> countries = section.requiredList("countries", Types.COUNTRY);
        return section.build(() -> new AppStoreSettings(polling, url, app, countries));
    }

    private static Optional<SourceSettings> bluesky(Section section, Polling polling) {
        String stream = section.optional("stream", Types.STREAM).orElse(BlueskySettings.STREAM);
        String api = section.optional("api_url", Types.WEB_PAGE).orElse(BlueskySettings.API);
        List<String> search = section.requiredList("search", Types.TEXT.like("acme"));
        return section.build(() -> new BlueskySettings(polling, stream, api, search));
    }

    private static Optional<SourceSettings> discourse(Section section, Polling polling) {
        String url = section.required("url", Types.WEB_PAGE.like("https://forum.example.org/"));
        return section.build(() -> new DiscourseSettings(polling, url));
    }

    private static Optional<SourceSettings> flarum(Section section, Polling polling) {
        String url = section.required("url", Types.WEB_PAGE.like("https://forum.example.org/"));
        int pages = section.optional("pages", Amounts.PAGES).orElse(LIST_PAGES);
        return section.build(() -> new FlarumSettings(polling, url, pages));
    }

    private static Optional<SourceSettings> hackerNews(Section section, Polling polling) {
        String url = section.optional("url", Types.WEB_PAGE).orElse(HackerNewsSettings.URL);
        List<String> search = section.requiredList("search", Types.TEXT.like("acme"));
        return section.build(() -> new HackerNewsSettings(polling, url, search));
    }

    private static Optional<SourceSettings> lemmy(Section section, Polling polling) {
        String url = section.required("url", Types.WEB_PAGE.like("https://lemmy.example/"));
        List<String> communities = section.list("communities", Types.TEXT);
        List<String> search = section.list("search", Types.TEXT);
        return section.build(() -> new LemmySettings(polling, url, communities, search));
    }

    private static Optional<SourceSettings> mastodon(Section section, Polling polling) {
        String url = section.required("url", Types.WEB_PAGE.like("https://mastodon.example/"));
        List<String> tags = section.list("tags", Types.TAG);
        List<String> search = section.list("search", Types.TEXT);
        String token = section.optional("token", Types.SECRET).orElse(null);
        boolean stream = section.optional("stream", Types.TRUE_OR_FALSE).orElse(false);
        return section.build(() -> new MastodonSettings(polling, url, tags, search, token, stream));
    }

    private static Optional<SourceSettings> nodeBb(Section section, Polling polling) {
        String url = section.required("url", Types.WEB_PAGE.like("https://forum.example.org/"));
        List<String> categories = section.list("categories", Types.CATEGORY);
        int pages = section.optional("pages", Amounts.PAGES).orElse(LIST_PAGES);
        return section.build(() -> new NodeBbSettings(polling, url, categories, pages));
    }

    private static Optional<SourceSettings> reddit(Section section, Polling polling) {
        String url = section.optional("url", Types.WEB_PAGE).orElse(RedditSettings.URL);
        String apiUrl = section.optional("api_url", Types.WEB_PAGE).orElse(RedditSettings.API_URL);
        List<String> subreddits = section.list("subreddits", Types.SUBREDDIT);
        List<String> search = section.list("search", Types.TEXT);
        Optional<RedditSettings.App> app = section.has("app") ? app(section.requiredSection("app")) : Optional.empty();
        return section.build(() -> new RedditSettings(polling, url, apiUrl, subreddits, search, app.orElse(null)));
    }

    private static Optional<RedditSettings.App> app(Section section) {
        String id = section.required("id", Types.TEXT.like("the id of the app"));
        String secret = section.required("secret", Types.SECRET.like("${env:REDDIT_SECRET}"));
        return section.build(() -> new RedditSettings.App(id, secret));
    }

    private static Optional<SourceSettings> telegram(Section section, Polling polling) {
        String url = section.optional("url", Types.WEB_PAGE).orElse(TelegramSettings.URL);
        List<String> channels = section.requiredList("channels", Types.CHANNEL);
        return section.build(() -> new TelegramSettings(polling, url, channels));
    }

    private static Optional<SourceSettings> v2ex(Section section, Polling polling) {
        String url = section.optional("url", Types.WEB_PAGE).orElse(V2exSettings.URL);
        List<String> nodes = section.list("nodes", Types.NODE);
        String token = section.optional("token", Types.SECRET).orElse(null);
        return section.build(() -> new V2exSettings(polling, url, nodes, token));
    }

    private static Optional<SourceSettings> weibo(Section section, Polling polling) {
        List<String> search = section.requiredList("search", Types.TEXT.like("爱可美"));
        if (section.has("cookie")) {
            String url = section.optional("url", Types.WEB_PAGE).orElse(WeiboSettings.SITE_URL);
            String cookie = section.required("cookie", Types.SECRET);
            return section.build(
                    () -> new WeiboSettings(polling, search, new WeiboSettings.Access.Cookie(url, cookie)));
        }
        String url = section.optional("url", Types.WEB_PAGE).orElse(WeiboSettings.API_URL);
        String token = section.required("token", Types.SECRET.like("${env:WEIBO_TOKEN}"));
        return section.build(() -> new WeiboSettings(polling, search, new WeiboSettings.Access.Token(url, token)));
    }

    private static Optional<SourceSettings> x(Section section, Polling polling) {
        String url = section.optional("url", Types.WEB_PAGE).orElse(XSettings.URL);
        List<String> search = section.requiredList("search", Types.TEXT.like("acme -is:retweet"));
        String token = section.required("token", Types.SECRET.like("${env:X_TOKEN}"));
        int dailyReads = section.required("daily_reads", Amounts.wholeNumber(XSettings.LEAST_READS, 100_000_000));
        boolean stream = section.optional("stream", Types.TRUE_OR_FALSE).orElse(false);
        return section.build(() -> new XSettings(polling, url, search, token, stream, dailyReads));
    }

    private static Optional<SourceSettings> youTube(Section section, Polling polling) {
        String url = section.optional("url", Types.WEB_PAGE).orElse(YouTubeSettings.URL);
        List<String> channels = section.list("channels", Types.TEXT);
        List<String> videos = section.list("videos", Types.TEXT);
        String key = section.required("key", Types.SECRET.like("${env:YOUTUBE_KEY}"));
        return section.build(() -> new YouTubeSettings(polling, url, channels, videos, key));
    }
}
