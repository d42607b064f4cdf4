package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    /** Four posts say no and one yes; a no is missed, and the yes is found. */
    @Test
    void theMeasuresFollowFromTheCounts() {
        Confusion c = new Confusion(List.of("no", "yes"));
        c.add(0, new double[] {0.9, 0.1});
        c.add(0, new double[] {0.9, 0.1});
        c.add(0, new double[] {0.9, 0.1});
        c.add(0, new double[] {0.4, 0.6});
        c.add(1, new double[] {0.2, 0.8});
        assertThat(c.size()).isEqualTo(5);
        assertThat(c.count(0, 1)).isEqualTo(1);
        assertThat(c.accuracy()).isEqualTo(0.8);
        assertThat(c.macroRecall()).isEqualTo((0.75 + 1) / 2);
        assertThat(c.macroF1()).isCloseTo((6.0 / 7 + 2.0 / 3) / 2, within(1e-12));
        assertThat(c.majorityAccuracy()).isEqualTo(0.8);
        assertThat(c.majorityMacroF1()).isCloseTo(8.0 / 9 / 2, within(1e-12));
        assertThat(c.calibrationError()).isCloseTo((0.3 + 0.6 + 0.2) / 5, within(1e-12));
    }

    @Test
    void anAnswerThatIsNeverRightDoesNotCount() {
        Confusion c = new Confusion(List.of("negative", "neutral", "positive"));
        c.add(0, new double[] {1, 0, 0});
        c.add(2, new double[] {0, 1, 0});
        assertThat(c.macroRecall()).isEqualTo(0.5);
    }

    /** Draws what is right by the very probabilities that are claimed. */
    @Test
    void truthfulProbabilitiesHaveTheErrorOfChanceInTheMean() {
        SplittableRandom random = new SplittableRandom(7);
        double found = 0;
        double expected = 0;
        for (int trial = 0; trial < 300; trial++) {
            Confusion c = new Confusion(List.of("no", "yes"));
            for (int post = 0; post < 400; post++) {
                double yes = random.nextDouble();
                c.add(random.nextDouble() < yes ? 1 : 0, new double[] {1 - yes, yes});
            }
            found += c.calibrationError() / 300;
            expected += c.calibrationErrorByChance() / 300;
        }
        assertThat(expected).isCloseTo(found, within(0.002));
        assertThat(expected).isBetween(0.02, 0.06);
    }
}
