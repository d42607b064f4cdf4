package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.Incident.Status;
import io.tocsin.alerting.incident.IncidentEvent.Kind;
import io.tocsin.dashboards.web.Browser.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTest extends ConsolePages {

    @Test
    void anIncidentIsTakenResolvedAndReopened() {
        world.surge("life", "acme", 2, "weibo:1");

        Answer taken = wang.press(wang.get("/incidents/life"), "#acknowledge");
        assertThat(taken.path()).isEqualTo("/incidents/life");
        assertThat(taken.page().select("#state").text()).contains("acknowledged", "wang");
        assertThat(incident("life").assignee()).isEqualTo("wang");

        Answer resolved = wang.press(taken, "#resolve");
        assertThat(incident("life").status()).isEqualTo(Status.RESOLVED);

        wang.press(resolved, "#reopen");
        assertThat(incident("life").status()).isEqualTo(Status.OPEN);
        assertThat(world.incidents.timeline("life"))
                .extracting(e -> e.kind() + " " + e.actor())
                .containsExactly("OPENED null", "ACKNOWLEDGED wang", "RESOLVED wang", "REOPENED wang");
    }

    @Test
    void aColleagueCanTakeOverButNotFromThemselves() {
        world.surge("over", "acme", 2, "weibo:1");
        world.actions.acknowledge("over", "li");

        Answer taken = wang.press(wang.get("/incidents/over"), "#takeover");

        assertThat(incident("over").assignee()).isEqualTo("wang");
        assertThat(taken.page().select("#takeover, #acknowledge")).isEmpty();
    }

    @Test
    void whoComesTooLateIsToldAndChangesNothing() {
        world.surge("race", "acme", 2, "weibo:1");
        Answer seenOpen = wang.get("/incidents/race");
        world.actions.acknowledge("race", "li");

        Answer told = wang.press(seenOpen, "#acknowledge");
        assertThat(told.page().select(".conflict").text())
                .contains("Somebody was faster: the incident is acknowledged");
        assertThat(incident("race").assignee()).isEqualTo("li");

        world.actions.resolve("race", "li");
        assertThat(wang.press(seenOpen, "#resolve").page().select(".conflict").text())
                .contains("is resolved already");
        world.actions.reopen("race", "li");
        Answer reopened = wang.press(told, "#resolve");
        assertThat(reopened.page().select(".conflict").text()).contains("was reopened");
        assertThat(incident("race").status()).isEqualTo(Status.OPEN);
        assertThat(wang.get("/incidents/race").page().select(".conflict")).isEmpty();
    }

    @Test
    void aNoteIsWrittenIntoTheTimeLine() {
        world.surge("noted", "acme", 2, "weibo:1");

        Answer page = wang.press(wang.get("/incidents/noted"), ".note button", Map.of("text", "  已联系客服\n第二行 "));

        assertThat(page.page().expectFirst(".timeline li").text()).contains("wang", "已联系客服");
        assertThat(world.incidents.timeline("noted").getLast().text().replace("\r", ""))
                .isEqualTo("已联系客服\n第二行");
    }

    @Test
    void anEmptyOrEndlessNoteIsRefusedAndNotLost() {
        world.surge("unnoted", "acme", 2, "weibo:1");
        Answer page = wang.get("/incidents/unnoted");

        assertThat(wang.press(page, ".note button", Map.of("text", " \n ")).text())
                .contains("A note needs some text.");
        String endless = "x".repeat(ActionController.LONGEST_NOTE + 1);
        Answer refused = wang.press(page, ".note button", Map.of("text", endless));

        assertThat(refused.text()).contains("at most 4,000 characters");
        assertThat(refused.page().select("textarea").text()).isEqualTo(endless);
        assertThat(world.incidents.timeline("unnoted"))
                .extracting(e -> e.kind())
                .containsExactly(Kind.OPENED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "resolve", "reopen", "note"})
    void withoutItsTokenAFormDoesNothing(String action) {
        String id = "forged-" + action;
        world.surge(id, "acme", 2, "weibo:1");

        Answer refused = wang.post("/incidents/" + id + "/" + action, Map.of("seen", "OPEN", "text", "x"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("This page was open for too long", "nothing was changed");
        assertThat(world.incidents.timeline(id)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledge", "resolve", "reopen", "note"})
    void anUnknownIncidentIsNotFound(String action) {
        world.surge("known", "acme", 2, "weibo:1");
        String token =
                wang.get("/incidents/known").page().expectFirst("[name=_csrf]").val();

        Answer page = wang.post("/incidents/unknown/" + action, Map.of("seen", "OPEN", "text", "x", "_csrf", token));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("There is no such page");
    }

    private Incident incident(String id) {
        return world.incidents.find(id).orElseThrow();
    }
}
