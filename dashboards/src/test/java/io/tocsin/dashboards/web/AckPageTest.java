package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.Incident.Status;
import io.tocsin.alerting.notify.AckLink;
import io.tocsin.dashboards.web.Browser.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AckPageTest extends ConsolePages {
    private final Browser stranger = console.browser();

    @Test
    void openingTheLinkChangesNothing() {
        String link = link("scan");

        Answer page = stranger.get(link);

        assertThat(page.text()).contains("Do you take this incident?", "Surge of complaints about acme", "12 people");
        assertThat(incident("scan").status()).isEqualTo(Status.OPEN);
    }

    @Test
    void theButtonAcknowledgesInTheNameOfTheReceiver() {
        Answer done = stranger.press(stranger.get(link("press")), "main button");

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text()).contains("You have this incident");
        assertThat(done.page().select("main button")).isEmpty();
        assertThat(incident("press").assignee()).isEqualTo("duty@example.org");
    }

    @Test
    void itDoesNotTakeOverFromSomebodyElse() {
        String link = link("taken");
        Answer open = stranger.get(link);
        world.actions.acknowledge("taken", "li");

        Answer late = stranger.press(open, "main button");

        assertThat(late.text()).contains("Somebody else has this incident", "It was acknowledged by li.");
        assertThat(incident("taken").assignee()).isEqualTo("li");
    }

    @Test
    void aResolvedIncidentStaysResolved() {
        String link = link("over");
        Answer open = stranger.get(link);
        world.actions.resolve("over", "li");

        assertThat(stranger.press(open, "main button").text()).contains("This incident is resolved");
        assertThat(incident("over").status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void aLinkFromBeforeTheReopeningIsOfNoUse() {
        String link = link("again");
        world.actions.resolve("again", "li");
        world.actions.reopen("again", "li");

        Answer page = stranger.get(link);

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text()).contains("This incident was reopened", "newest message");
        assertThat(page.page().select("main button")).isEmpty();
    }

    @Test
    void anOldLinkSaysSoAndDoesNothing() {
        String link = link("old");
        Answer open = stranger.get(link);
        world.set(world.instant().plus(AckLink.LIFETIME));

        Answer late = stranger.press(open, "main button");

        assertThat(late.status()).isEqualTo(410);
        assertThat(late.text()).contains("This link is too old", "seven days");
        assertThat(incident("old").status()).isEqualTo(Status.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "a.b", "x.", "a.b.c", "%C3%A9.%C3%A9"})
    void aForgedLinkShowsNothing(String token) {
        Answer page = stranger.get("/ack/" + token);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("This link does not work");
        assertThat(page.page().select("main form")).isEmpty();
    }

    @Test
    void everyChangedLetterOfALinkIsNoticed() {
        String link = link("letters");
        for (int i = "/ack/".length(); i < link.length(); i += 7) {
            char other = link.charAt(i) == 'A' ? 'B' : 'A';
            String changed = link.substring(0, i) + other + link.substring(i + 1);
            assertThat(stranger.get(changed).status()).as(changed).isEqualTo(404);
        }
    }

    @Test
    void aForeignFormCannotPressTheButton() {
        String link = link("csrf");

        Answer refused = stranger.post(link, Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(incident("csrf").status()).isEqualTo(Status.OPEN);
    }

    @Test
    void itSpeaksTheReadersLanguage() {
        assertThat(console.browser()
                        .with("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                        .get(link("zh"))
                        .text())
                .contains("您要认领这个事件吗？", "关于“acme”的投诉激增", "认领");
    }

    private String link(String id) {
        Incident incident = world.surge(id, "acme", 2, "weibo:1");
        return "/ack/" + world.links.token(incident, "duty@example.org", world.instant());
    }

    private Incident incident(String id) {
        return world.incidents.find(id).orElseThrow();
    }
}
