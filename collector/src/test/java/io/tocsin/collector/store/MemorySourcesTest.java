package io.tocsin.collector.store;

import io.tocsin.collector.source.Sources;

class MemorySourcesTest extends SourcesContract {
    private final Sources sources = new MemorySources();

    @Override
    Sources sources() {
        return sources;
    }
}
