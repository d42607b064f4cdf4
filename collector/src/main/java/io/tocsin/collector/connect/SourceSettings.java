package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;

/** What the configuration says about one source. */
public sealed interface SourceSettings
        permits AppStoreSettings,
                BlueskySettings,
                DiscourseSettings,
                FeedSettings,
                FlarumSettings,
                ForumSettings,
                HackerNewsSettings,
                LemmySettings,
                MastodonSettings,
                NodeBbSettings,
                RedditSettings,
                TelegramSettings,
                V2exSettings,
                YouTubeSettings {

    Source source();
}
