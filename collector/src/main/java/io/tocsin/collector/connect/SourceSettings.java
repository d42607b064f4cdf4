package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;

/** What the configuration says about one source. */
public sealed interface SourceSettings
        permits FeedSettings, ForumSettings, HackerNewsSettings, LemmySettings, MastodonSettings, RedditSettings {

    Source source();
}
