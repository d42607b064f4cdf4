package io.tocsin.collector.store;

import io.tocsin.collector.source.Arrivals;

class MemoryArrivalsTest extends ArrivalsContract {
    private final Arrivals arrivals = new MemoryArrivals();

    @Override
    Arrivals arrivals() {
        return arrivals;
    }
}
