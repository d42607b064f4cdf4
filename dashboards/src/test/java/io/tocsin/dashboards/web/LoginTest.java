package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.dashboards.web.Browser.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest extends ConsolePages {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/incidents/x", "/sources", "/password", "/nowhere", "/error", "/actuator/env"})
    void nothingIsShownToStrangers(String path) {
        Answer answer = console.browser().get(path);

        assertThat(answer.path()).isEqualTo("/login");
        assertThat(answer.text()).contains("Log in");
    }

    @Test
    void whoLogsInGetsThePageAskedFor() {
        Browser browser = console.browser();
        Answer login = browser.get("/sources?language=en");

        Answer page =
                browser.press(login, "main button", Map.of("username", "wang", "password", RunningConsole.PASSWORD));

        assertThat(page.path()).startsWith("/sources?language=en");
        assertThat(page.page().expectFirst(".user").text()).isEqualTo("wang");
    }

    @Test
    void theHostOfTheRequestIsNotBelieved() {
        Browser browser = console.browser();
        Answer login = browser.get("/sources");
        String answer = RawRequest.send(console.address(), """
                GET /sources HTTP/1.1
                Host: evil.example
                Connection: close

                """);

        assertThat(answer).contains("Location: /login").doesNotContain("evil.example");
        assertThat(login.path()).isEqualTo("/login");
    }

    @Test
    void itIsNotToldWhetherNameOrPasswordIsWrong() {
        console.addUser("zhao", false);

        Answer wrongPassword = console.browser().logIn("zhao", "wrong");
        Answer wrongName = console.browser().logIn("nobody-of-that-name", RunningConsole.PASSWORD);

        assertThat(wrongPassword.path()).isEqualTo(wrongName.path());
        assertThat(wrongPassword.text()).isEqualTo(wrongName.text()).contains("The name or the password is wrong.");
    }

    @Test
    void guessingBecomesSlowEvenIfTheLastGuessIsRight() {
        console.addUser("sun", false);
        for (int i = 0; i < LoginThrottle.FREE; i++) {
            console.browser().logIn("sun", "guess " + i);
        }

        Answer refused = console.browser().logIn("sun", RunningConsole.PASSWORD);

        assertThat(refused.text()).contains("Too many attempts. Try again in one minute.");
        world.set(world.instant().plus(LoginThrottle.FIRST));
        assertThat(console.browser().logIn("sun", RunningConsole.PASSWORD).path())
                .isEqualTo("/");
    }

    @Test
    void aNewSessionBeginsAtLogIn() {
        Browser browser = console.browser();
        browser.get("/login");
        String before = browser.cookie("tocsin");

        browser.logIn("wang", RunningConsole.PASSWORD);

        assertThat(browser.cookie("tocsin")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void logOutEndsTheSession() {
        Browser browser = console.browserOf("li");
        String session = browser.cookie("tocsin");

        Answer goodbye = browser.press(browser.get("/"), "header button");

        assertThat(goodbye.text()).contains("You are logged out.");
        Browser thief = console.browser();
        thief.cookie("tocsin", session);
        assertThat(thief.get("/").path()).isEqualTo("/login");
    }

    @Test
    void whoIsLoggedInNeedsNoLogInPage() {
        assertThat(wang.get("/login").path()).isEqualTo("/");
    }

    @Test
    void aLogInPageThatWasOpenForTooLongIsShownAgain() {
        Answer again =
                console.browser().post("/login", Map.of("username", "wang", "password", RunningConsole.PASSWORD));

        assertThat(again.path()).isEqualTo("/login?notice=STALE");
        assertThat(again.text()).contains("open for too long");
    }

    @Test
    void aScriptThatAsksAfterTheSessionEndedIsSentToTheLogInPage() {
        Answer answer = console.browser().with("HX-Request", "true").get("/");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/login");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?notice=<script>", "?notice=FAILED&minutes=x", "?notice=WAIT&minutes=-1"})
    void anEditedAddressDoesNoHarm(String query) {
        assertThat(console.browser()
                        .get("/login" + query.replace("<", "%3C").replace(">", "%3E"))
                        .body())
                .doesNotContain("<script>alert", "Exception");
    }
}
