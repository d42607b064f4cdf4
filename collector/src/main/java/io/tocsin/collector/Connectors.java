package io.tocsin.collector;

import io.tocsin.collector.connect.AppStoreSettings;
import io.tocsin.collector.connect.BlueskySettings;
import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.DiscourseSettings;
import io.tocsin.collector.connect.FeedSettings;
import io.tocsin.collector.connect.FilesSettings;
import io.tocsin.collector.connect.FlarumSettings;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.HackerNewsSettings;
import io.tocsin.collector.connect.LemmySettings;
import io.tocsin.collector.connect.MailboxSettings;
import io.tocsin.collector.connect.MastodonSettings;
import io.tocsin.collector.connect.NodeBbSettings;
import io.tocsin.collector.connect.RedditSettings;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.TelegramSettings;
import io.tocsin.collector.connect.V2exSettings;
import io.tocsin.collector.connect.WeiboSettings;
import io.tocsin.collector.connect.XSettings;
import io.tocsin.collector.connect.YouTubeSettings;
import io.tocsin.collector.connect.appstore.AppStoreConnector;
import io.tocsin.collector.connect.bluesky.BlueskyConnector;
import io.tocsin.collector.connect.discourse.DiscourseConnector;
import io.tocsin.collector.connect.feed.FeedConnector;
import io.tocsin.collector.connect.files.FilesConnector;
import io.tocsin.collector.connect.flarum.FlarumConnector;
import io.tocsin.collector.connect.forum.ForumConnector;
import io.tocsin.collector.connect.hackernews.HackerNewsConnector;
import io.tocsin.collector.connect.lemmy.LemmyConnector;
import io.tocsin.collector.connect.mailbox.MailboxConnector;
import io.tocsin.collector.connect.mastodon.MastodonConnector;
import io.tocsin.collector.connect.nodebb.NodeBbConnector;
import io.tocsin.collector.connect.reddit.RedditConnector;
import io.tocsin.collector.connect.telegram.TelegramConnector;
import io.tocsin.collector.connect.v2ex.V2exConnector;
import io.tocsin.collector.connect.weibo.WeiboConnector;
import io.tocsin.collector.connect.x.XConnector;
import io.tocsin.collector.connect.youtube.YouTubeConnector;
import io.tocsin.collector.fetch.FetchSettings;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.source.PaidReads;
import io.tocsin.collector.source.Source;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which connector reads which kind of source. */
public final class Connectors {
    private Connectors() {}

    /**
     * One connector for each source, in the order of the settings.
     *
     * @param fetcher shared by all, so that two sources on one host take turns
     * @param paid what was read of those that must be paid for
     */
    public static Map<Source, Connector> create(CollectorSettings settings, HttpFetcher fetcher, PaidReads paid) {
        Map<Source, Connector> connectors = new LinkedHashMap<>();
        settings.sources()
                .forEach(source -> connectors.put(source.source(), connector(source, settings.fetch(), fetcher, paid)));
        return connectors;
    }

    private static Connector connector(
            SourceSettings settings, FetchSettings manners, HttpFetcher fetcher, PaidReads paid) {
        return switch (settings) {
            case AppStoreSettings store -> new AppStoreConnector(store, fetcher);
            case BlueskySettings bluesky -> new BlueskyConnector(bluesky, fetcher);
            case DiscourseSettings discourse -> new DiscourseConnector(discourse, fetcher);
            case FeedSettings feed -> new FeedConnector(feed, fetcher);
            case FilesSettings files -> new FilesConnector(files);
            case FlarumSettings flarum -> new FlarumConnector(flarum, fetcher);
            case ForumSettings forum -> new ForumConnector(forum, fetcher);
            case HackerNewsSettings news -> new HackerNewsConnector(news, fetcher);
            case LemmySettings lemmy -> new LemmyConnector(lemmy, fetcher);
            case MailboxSettings mailbox -> new MailboxConnector(mailbox, manners);
            case MastodonSettings mastodon -> new MastodonConnector(mastodon, fetcher);
            case NodeBbSettings nodebb -> new NodeBbConnector(nodebb, fetcher);
            case RedditSettings reddit -> new RedditConnector(reddit, fetcher);
            case TelegramSettings telegram -> new TelegramConnector(telegram, fetcher);
            case V2exSettings v2ex -> new V2exConnector(v2ex, fetcher);
            case WeiboSettings weibo -> new WeiboConnector(weibo, fetcher);
            case XSettings x -> new XConnector(x, fetcher, paid);
            case YouTubeSettings youtube -> new YouTubeConnector(youtube, fetcher);
        };
    }
}
