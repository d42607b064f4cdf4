package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;

/** What the configuration says about one source. */
public sealed interface SourceSettings
        permits AppStoreSettings,
                BlueskySettings,
                DiscourseSettings,
                FeedSettings,
                FilesSettings,
                FlarumSettings,
                ForumSettings,
                HackerNewsSettings,
                LemmySettings,
                MailboxSettings,
                MastodonSettings,
                NodeBbSettings,
                RedditSettings,
                TelegramSettings,
                V2exSettings,
                WeiboSettings,
                XSettings,
                YouTubeSettings {

    Source source();

    /** Whether what is read must be paid for, so that a budget must be kept. */
    default boolean isPaid() {
        return false;
    }
}
