package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;

/**
 * A NodeBB forum that guests may read.
 *
 * @param categories the numbers of the categories to read; none reads what was last answered anywhere
 * @param pages how many pages of a list to read at most
 */
public record NodeBbSettings(Polling polling, String url, List<String> categories, int pages)
        implements SourceSettings {

    public NodeBbSettings {
        WebAddress.require(url);
        categories = List.copyOf(categories);
    }

    @Override
    public Source source() {
        return polling.source("nodebb", url);
    }
}
