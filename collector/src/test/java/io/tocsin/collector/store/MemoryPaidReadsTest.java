package io.tocsin.collector.store;

import io.tocsin.collector.source.PaidReads;

class MemoryPaidReadsTest extends PaidReadsContract {
    private final PaidReads reads = new MemoryPaidReads();

    @Override
    PaidReads reads() {
        return reads;
    }
}
