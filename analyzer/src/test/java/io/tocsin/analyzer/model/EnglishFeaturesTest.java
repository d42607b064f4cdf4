package io.tocsin.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnglishFeaturesTest {

    @Test
    void wordsThatAreUsedAlikeStandNearEachOther() {
        assertThat(WordClusters.path("tomorrow")).isNotEmpty().isEqualTo(WordClusters.path("tmrw"));
        assertThat(WordClusters.path("terrible")).isNotEqualTo(WordClusters.path("tomorrow"));
        assertThat(WordClusters.path("qqxzzy")).isEmpty();
    }

    @Test
    void anotherSpellingSharesMoreThanAnotherWord() {
        assertThat(shared("see you tomorrow", "see you tmrw"))
                .isGreaterThan(shared("see you tomorrow", "see you parcel"));
    }

    @Test
    void aDenialChangesWhatIsPleasant() {
        long all = EnglishFeatures.of("great").length;
        assertThat(shared("great", "really great")).isEqualTo(all);
        assertThat(shared("great", "not great")).isLessThan(all);
    }

    @Test
    void aTextWithoutWordsHasFewFeatures() {
        assertThat(EnglishFeatures.of("")).hasSize(1);
        assertThat(EnglishFeatures.of("😀").length).isBetween(1, 12);
    }

    private static long shared(String one, String other) {
        int[] features = EnglishFeatures.of(other);
        return IntStream.of(EnglishFeatures.of(one))
                .filter(feature -> Arrays.binarySearch(features, feature) >= 0)
                .count();
    }
}
