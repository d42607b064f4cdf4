package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;

/** What the configuration says about one source. */
public sealed interface SourceSettings
        permits DiscourseSettings,
                FeedSettings,
                FlarumSettings,
                ForumSettings,
                HackerNewsSettings,
                LemmySettings,
                MastodonSettings,
                NodeBbSettings,
                RedditSettings {

    Source source();
}
