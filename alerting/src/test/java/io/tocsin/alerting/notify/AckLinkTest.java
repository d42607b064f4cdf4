package io.tocsin.alerting.notify;

import static io.tocsin.alerting.TestAlerts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.TestAlerts;
import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.notify.AckLink.Grant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AckLinkTest {
    private final AckLink links = new AckLink("a key of thirty-two bytes length".getBytes(StandardCharsets.US_ASCII));
    private final Incident incident = TestAlerts.surge("acme");
    private final String token = links.token(incident, "mary@example.org", NOON);

    @Test
    void allowsWhatItWasMadeForUntilItExpires() {
        Grant grant = new Grant("abcdefghijklm", 1, "mary@example.org", NOON.plus(Duration.ofDays(7)));
        assertThat(links.verify(token, NOON)).contains(grant);
        assertThat(links.verify(token, NOON.plus(Duration.ofDays(7)).minusSeconds(1)))
                .contains(grant);
        assertThat(links.verify(token, NOON.plus(Duration.ofDays(7)))).isEmpty();
        assertThat(grant.fits(incident)).isTrue();
    }

    @Test
    void oneOfAnEarlierEpisodeDoesNotFit() {
        Grant grant = new Grant(incident.id(), 2, "mary@example.org", NOON);
        assertThat(grant.fits(incident)).isFalse();
        assertThat(new Grant("another", 1, "mary@example.org", NOON).fits(incident))
                .isFalse();
    }

    @Test
    void noCharacterCanBeChanged() {
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(links.verify(changed, NOON))
                    .as("changed at %d", i)
                    .satisfiesAnyOf(
                            nothing -> assertThat(nothing).isEmpty(),
                            // The last character holds bits that base64 ignores: the same bytes, the same grant.
                            same -> assertThat(bytes(changed)).isEqualTo(bytes(token)));
        }
    }

    private static byte[] bytes(String token) {
        return Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1));
    }

    @Test
    void anotherKeyDoesNotFit() {
        assertThat(new AckLink(new byte[32]).verify(token, NOON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "no dot", "%%%.%%%", "YQ.YQ", "."})
    void nonsenseIsRefused(String nonsense) {
        assertThat(links.verify(nonsense, NOON)).isEmpty();
    }

    @Test
    void isAPageOfTheConsole() {
        Links all = new Links(URI.create("https://console.example.org/tocsin/"), links);
        assertThat(all.acknowledge(incident, "mary@example.org", NOON))
                .isEqualTo(URI.create("https://console.example.org/tocsin/ack/" + token));
        assertThat(all.incident(incident))
                .isEqualTo(URI.create("https://console.example.org/tocsin/incidents/abcdefghijklm"));
    }
}
