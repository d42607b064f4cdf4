package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.dashboards.user.User;
import io.tocsin.dashboards.web.Browser.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordTest extends ConsolePages {
    private static final String OWN = "the ninth bell of March";

    @Test
    void aNewcomerCanDoNothingBeforeChoosingAPassword() {
        Browser newcomer = newcomer("newcomer");

        for (String path : new String[] {"/", "/sources", "/incidents/x"}) {
            assertThat(newcomer.get(path).path()).isEqualTo("/password");
        }
        assertThat(newcomer.get("/password").text())
                .contains("was made for you")
                .doesNotContain("Incidents");
    }

    @Test
    void withAPasswordOfTheirOwnTheyAreIn() {
        Browser newcomer = newcomer("chen");

        Answer saved = change(newcomer, RunningConsole.PASSWORD, OWN, OWN);

        assertThat(saved.text()).contains("Your password is saved. Log in with it.");
        assertThat(newcomer.logIn("chen", OWN).text()).contains("Incidents");
        assertThat(console.browser().logIn("chen", RunningConsole.PASSWORD).path())
                .contains("FAILED");
        assertThat(world.users.find("chen").map(User::passwordTemporary)).contains(false);
    }

    @Test
    void anotherSessionOfTheSameUserEnds() {
        Browser here = console.browserOf("qian");
        Browser elsewhere = console.browser();
        elsewhere.logIn("qian", RunningConsole.PASSWORD);

        change(here, RunningConsole.PASSWORD, OWN, OWN);

        assertThat(elsewhere.get("/").path()).isEqualTo("/login");
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, the ninth bell of March, the ninth bell of March, present password is wrong",
        "a bell rings in the town, kurz7, kurz7, too short",
        "a bell rings in the town, aaaaaaaaaaaaaaaa, aaaaaaaaaaaaaaaa, too few different",
        "a bell rings in the town, zhou and the bell, zhou and the bell, must not contain your name",
        "a bell rings in the town, a bell rings in the town, a bell rings in the town, must differ",
        "a bell rings in the town, the ninth bell of March, the tenth bell of March, not the same",
        "a bell rings in the town, 钟声钟楼鸣响全城百姓都听见了大家快快起来救火吧乡亲们, x, too long",
    })
    void anUnfitPasswordIsRefusedWithTheReason(String current, String chosen, String repeated, String reason) {
        console.addUser("zhou", true);
        Browser browser = console.browser();
        browser.logIn("zhou", RunningConsole.PASSWORD);

        Answer refused = change(browser, current, chosen, repeated);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().expectFirst("main .notice").text()).contains(reason);
        assertThat(refused.body()).doesNotContain(chosen);
        assertThat(world.users.find("zhou").map(User::passwordTemporary)).contains(true);
    }

    @Test
    void theFirstUserGetsAPasswordOnce() {
        try (RunningConsole empty = RunningConsole.start(new World())) {
            String password = empty.part(FirstUser.class).create().orElseThrow();

            assertThat(password).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
            assertThat(empty.part(FirstUser.class).create()).isEmpty();
            assertThat(empty.browser().logIn(FirstUser.NAME, password).path()).isEqualTo("/password");
        }
    }

    @Test
    void theUserOfADemonstrationMayKeepThePassword() {
        try (RunningConsole demo = RunningConsole.start(new World())) {
            String password = demo.part(FirstUser.class).createForDemo().orElseThrow();

            assertThat(demo.browser().logIn(FirstUser.NAME, password).text()).contains("Nothing is heard");
        }
    }

    private Browser newcomer(String name) {
        console.addUser(name, true);
        Browser browser = console.browser();
        browser.logIn(name, RunningConsole.PASSWORD);
        return browser;
    }

    private static Answer change(Browser browser, String current, String chosen, String repeated) {
        return browser.press(
                browser.get("/password"),
                "main button",
                Map.of("current", current, "chosen", chosen, "repeated", repeated));
    }
}
