package io.tocsin.collector.store;

import io.tocsin.collector.source.Sources;

class SteadySourcesTest extends SourcesContract {
    private final Sources sources = new SteadySources(new MemorySources());

    @Override
    Sources sources() {
        return sources;
    }
}
