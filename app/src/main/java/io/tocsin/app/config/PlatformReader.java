package io.tocsin.app.config;

import io.tocsin.collector.connect.HackerNewsSettings;
import io.tocsin.collector.connect.LemmySettings;
import io.tocsin.collector.connect.MastodonSettings;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.connect.RedditSettings;
import io.tocsin.collector.connect.SourceSettings;
import java.util.List;
import java.util.Optional;

/** Reads a source that is a platform with an interface of its own. */
final class PlatformReader {
    static final List<String> KINDS = List.of("hackernews", "lemmy", "mastodon", "reddit");

    private PlatformReader() {}

    static Optional<SourceSettings> read(String kind, Section section, Polling polling) {
        return switch (kind) {
            case "hackernews" -> hackerNews(section, polling);
            case "lemmy" -> lemmy(section, polling);
            case "mastodon" -> mastodon(section, polling);
            default -> reddit(section, polling);
        };
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
        return section.build(() -> new MastodonSettings(polling, url, tags, search, token));
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
}
