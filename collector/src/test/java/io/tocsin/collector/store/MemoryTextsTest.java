package io.tocsin.collector.store;

import io.tocsin.collector.copy.RecentTexts;

class MemoryTextsTest extends RecentTextsContract {
    private final RecentTexts texts = new MemoryTexts();

    @Override
    RecentTexts texts() {
        return texts;
    }

    /** It has none: it lives as long as the process. */
    @Override
    RecentTexts reopened() {
        return texts;
    }
}
