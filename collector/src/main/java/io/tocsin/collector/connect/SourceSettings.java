package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;

/** What the configuration says about one source. */
public sealed interface SourceSettings permits FeedSettings, ForumSettings {

    Source source();

    /** Whether the source may lie on a private address: a forum in the company's own network. */
    boolean internal();
}
