package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinearModelTest {
    private static final int STRONG = 11;
    private static final int WEAK = 12;

    @Test
    void withoutNegligibleWeightsWhatMattersStays() {
        double[] learnt = {-1.27, 1.27, -0.02, 0.02, -0.5, 0.5};
        LinearModel model = LinearModel.rounded(2, new int[] {STRONG, WEAK}, learnt);
        LinearModel sparse = model.sparse();
        assertThat(sparse.evidence(new int[] {STRONG})).containsExactly(model.evidence(new int[] {STRONG}));
        assertThat(model.evidence(new int[] {WEAK})[1]).isPositive();
        assertThat(sparse.evidence(new int[] {WEAK})).containsExactly(0, 0);
        assertThat(sparse.bias()).containsExactly(model.bias());
    }
}
