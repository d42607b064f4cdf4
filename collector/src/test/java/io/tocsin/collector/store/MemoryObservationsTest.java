package io.tocsin.collector.store;

import io.tocsin.collector.growth.Observations;

class MemoryObservationsTest extends ObservationsContract {
    private final Observations observations = new MemoryObservations();

    @Override
    Observations observations() {
        return observations;
    }
}
