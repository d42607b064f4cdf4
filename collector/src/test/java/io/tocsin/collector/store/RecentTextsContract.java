package io.tocsin.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tocsin.collector.clean.Fingerprint;
import io.tocsin.collector.copy.RecentTexts;
import io.tocsin.collector.copy.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every memory of what was said must do. */
abstract class RecentTextsContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String OUTAGE = "爱可美的宽带从昨天晚上断到现在，客服电话一直打不通，有没有人管";
    private static final String REFUND = "My acme router has been dead since Monday and nobody at support picks up";

    abstract RecentTexts texts();

    /** The same after a restart. */
    abstract RecentTexts reopened();

    private static Saying saying(String post, String text, Instant at) {
        return Saying.first(post, at, Fingerprint.of(text).orElseThrow());
    }

    private static String origin(RecentTexts texts, Saying saying) {
        return texts.trace(List.of(saying)).getFirst().origin();
    }

    private String origin(String post, String text) {
        return origin(texts(), saying(post, text, NOON));
    }

    @Test
    void theFirstIsTheOriginOfAllThatSayTheSame() {
        assertThat(texts().trace(List.of(
                        saying("a", OUTAGE, NOON),
                        saying("b", REFUND, NOON),
                        saying("c", OUTAGE + "！", NOON.plusSeconds(5)))))
                .extracting(Saying::post, Saying::origin)
                .containsExactly(tuple("a", "a"), tuple("b", "b"), tuple("c", "a"));
        assertThat(origin("d", "转发：" + REFUND)).isEqualTo("b");
    }

    @Test
    void chainsLeadToTheFirst() {
        assertThat(origin("a", OUTAGE)).isEqualTo("a");
        assertThat(origin("b", OUTAGE + "，已经投诉到消协")).isEqualTo("a");
        assertThat(origin("c", OUTAGE + "，已经投诉到消协，现在还没有答复")).isEqualTo("a");
        assertThat(origin("d", OUTAGE + "，已经投诉到消协，现在还没有答复，太欺负人了")).isEqualTo("a");
    }

    @Test
    void whatComesAgainGetsTheSameAnswer() {
        assertThat(origin("a", OUTAGE)).isEqualTo("a");
        assertThat(origin("b", OUTAGE)).isEqualTo("a");
        assertThat(origin("a", OUTAGE)).as("not a copy of its copy").isEqualTo("a");
        assertThat(origin("b", OUTAGE)).isEqualTo("a");
    }

    @Test
    void anEditIsNoCopyOfItself() {
        assertThat(origin("a", OUTAGE)).isEqualTo("a");
        assertThat(origin("b", OUTAGE)).isEqualTo("a");
        assertThat(origin("a", OUTAGE + "，补充：已经修好")).isEqualTo("a");
        assertThat(origin("b", REFUND))
                .as("what says something else now is no copy any more")
                .isEqualTo("b");
    }

    @Test
    void whoeverFoundACopyIsBelieved() {
        texts().trace(List.of(saying("b", OUTAGE, NOON).after("elsewhere")));

        assertThat(origin("c", OUTAGE)).isEqualTo("elsewhere");
    }

    @Test
    void afterTwoWeeksTheSameWordsAreSaidAnew() {
        assertThat(origin("a", OUTAGE)).isEqualTo("a");
        Instant late = NOON.plus(RecentTexts.REACH);
        assertThat(origin(texts(), saying("b", OUTAGE, late))).isEqualTo("a");
        assertThat(origin(
                        texts(),
                        saying("c", OUTAGE, late.plus(RecentTexts.REACH).plusSeconds(1))))
                .isEqualTo("c");
    }

    @Test
    void forgetsWhatIsOld() {
        assertThat(origin("a", OUTAGE)).isEqualTo("a");
        assertThat(origin(texts(), saying("b", REFUND, NOON.plus(Duration.ofDays(1)))))
                .isEqualTo("b");

        texts().forget(NOON.plusSeconds(1));

        assertThat(origin("c", OUTAGE)).isEqualTo("c");
        assertThat(origin("d", REFUND)).isEqualTo("b");
    }

    @Test
    void survivesARestart() {
        texts().trace(List.of(saying("a", OUTAGE, NOON), saying("b", OUTAGE + "！！", NOON), saying("c", REFUND, NOON)));
        RecentTexts again = reopened();

        assertThat(origin(again, saying("d", OUTAGE, NOON))).isEqualTo("a");
        assertThat(origin(again, saying("b", OUTAGE + "！！", NOON))).isEqualTo("a");
        assertThat(origin(again, saying("e", REFUND, NOON))).isEqualTo("c");
    }

    @Test
    void aFloodOfFormsHidesNoCopy() {
        String form = "投诉商家爱可美，订单号 %d，商家拒绝退款，要求退款并道歉";
        texts().trace(IntStream.range(0, 3_000)
                .mapToObj(i -> saying("form" + i, form.formatted(i), NOON))
                .toList());

        assertThat(origin("copy", form.formatted(17))).isEqualTo("form17");
        assertThat(origin("other", form.formatted(9_999))).isEqualTo("other");
    }
}
