package io.tocsin.alerting.notify;

import static io.tocsin.alerting.TestAlerts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.TestAlerts;
import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.IncidentEvent.Kind;
import io.tocsin.alerting.incident.LifeCycle;
import io.tocsin.alerting.rule.Breach;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static final Locale MACHINE = Locale.getDefault();

    private final Wording english = Wording.of(Locale.UK, ZoneId.of("UTC"));
    private final Wording chinese = Wording.of(Locale.TRADITIONAL_CHINESE, ZoneId.of("Asia/Shanghai"));

    @AfterEach
    void restore() {
        Locale.setDefault(MACHINE);
    }

    private static Breach surge(int count, double expected, double chance, Duration window) {
        return new Breach.Surge("surge", "acme", NOON, 1, List.of("a"), window, count, 5, expected, chance);
    }

    private static Breach severe(String... signs) {
        return new Breach.SeverePost("severe", "acme", NOON, 3, List.of("a"), List.of(signs));
    }

    private static IncidentEvent event(Kind kind, String text) {
        return new IncidentEvent("x", NOON, kind, null, text);
    }

    @Test
    void tellsTheReasonWithItsNumbers() {
        assertThat(english.reason(surge(1_234, 12.34, 1e-12, Duration.ofHours(1))))
                .isEqualTo("Within one hour, 1,234 people complained about acme; usual is 12.3. "
                        + "So many come together by chance once in more than 1,000,000,000 such windows.");
        assertThat(english.reason(surge(5, 0.01, 0.00009, Duration.ofSeconds(90))))
                .startsWith("Within 90 seconds, 5 people")
                .contains("usual is fewer than one in ten such windows")
                .contains("once in 11,111 such windows");
        assertThat(chinese.reason(surge(5, 0.01, 0.00009, Duration.ofMinutes(30))))
                .isEqualTo("30 分钟内有 5 人投诉“acme”，平时十个时段也不到一人。" + "纯属偶然时，约每 11,111 个同样长的时段才会出现一次。");
    }

    @Test
    void tellsHowManySayItInTheWordsOfOthers() {
        Breach copied = new Breach.Copied(
                "surge", "acme", NOON, 1, List.of("a"), Duration.ofMinutes(30), 12, 9, 3, 5, 0.84, 0.00009);
        assertThat(english.reason(copied))
                .isEqualTo(
                        "Within 30 minutes, 12 people on 3 platforms complained about acme, 9 of them in the words of"
                                + " others; usual is 0.8. So many come together by chance once in 11,111 such windows.");
        assertThat(chinese.reason(copied))
                .isEqualTo("30 分钟内有 12 人在 3 个平台上投诉“acme”，其中 9 人照搬了别人的原话，平时约 0.8 人。" + "纯属偶然时，约每 11,111 个同样长的时段才会出现一次。");
        Incident incident = LifeCycle.open("x", copied, NOON).incident();
        assertThat(english.title(incident)).isEqualTo("[annoyance] Complaints about acme are being copied");
        assertThat(chinese.title(incident)).isEqualTo("[不满] 关于“acme”的投诉被大量复制转发");
    }

    @Test
    void tellsWhatMadeAPostSevere() {
        assertThat(english.reason(severe("smoke", "hospital")))
                .isEqualTo("Somebody complained about acme and spoke of: smoke, hospital. Severity: danger.");
        assertThat(english.reason(severe())).isEqualTo("Somebody complained about acme. Severity: danger.");
        assertThat(chinese.reason(severe("冒烟", "住院"))).isEqualTo("有人投诉“acme”，提到：冒烟、住院。严重程度：危险。");
    }

    @Test
    void aNameThatLooksLikeAPatternIsOnlyAName() {
        Incident incident = TestAlerts.surge("{0} it''s '{1}'");
        assertThat(english.title(incident)).isEqualTo("[loss] Surge of complaints about {0} it''s '{1}'");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void hasAWordForEveryEventInBothLanguages(Kind kind) {
        for (String text : List.of("1", "3")) {
            assertThat(english.event(event(kind, text))).isNotBlank();
            assertThat(chinese.event(event(kind, text))).isNotBlank();
        }
    }

    @Test
    void saysWhoReopenedAndThatAMessageMayHaveComeTwice() {
        assertThat(english.event(event(Kind.REOPENED, ""))).isEqualTo("Reopened by new posts");
        assertThat(english.event(new IncidentEvent("x", NOON, Kind.REOPENED, "mary", "")))
                .isEqualTo("Reopened");
        assertThat(english.event(event(Kind.NOTIFIED, "1"))).isEqualTo("Notified");
        assertThat(english.event(event(Kind.NOTIFIED, "2"))).contains("attempt 2", "may have arrived");
        assertThat(english.event(event(Kind.WORSENED, "3"))).isEqualTo("Severity rose: danger");
        assertThat(english.event(event(Kind.NOTED, "{0} isn't"))).isEqualTo("{0} isn't");
    }

    @ParameterizedTest
    @EnumSource(Incident.Status.class)
    void hasAWordForEveryStatus(Incident.Status status) {
        assertThat(english.status(status)).isNotEqualTo(chinese.status(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void hasAWordForEverySeverity(int level) {
        assertThat(english.severity(level)).isNotEqualTo(chinese.severity(level));
    }

    @ParameterizedTest
    @CsvSource({"PT1M, one minute", "PT30M, 30 minutes", "PT2H, 2 hours", "PT45S, 45 seconds", "PT90M, 90 minutes"})
    void tellsDurations(Duration duration, String words) {
        assertThat(english.duration(duration)).isEqualTo(words);
    }

    @Test
    void tellsTimesInTheZoneOfTheReader() {
        assertThat(english.time(NOON)).isEqualTo("2026-01-01 12:00:00 UTC");
        assertThat(chinese.time(NOON)).startsWith("2026-01-01 20:00:00");
    }

    @Test
    void theMachinesLanguageHasNoSay() {
        Locale.setDefault(Locale.CHINA);
        ResourceBundle.clearCache();
        assertThat(Wording.of(Locale.FRENCH, ZoneOffset.UTC).severity(3)).isEqualTo("danger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notify", "channel.email"})
    void bothBundlesHaveTheSameKeys(String folder) {
        String name = "io.tocsin.alerting." + folder + ".messages";
        assertThat(ResourceBundle.getBundle(name, Locale.CHINESE).keySet())
                .isEqualTo(ResourceBundle.getBundle(name, Locale.ROOT).keySet());
    }
}
