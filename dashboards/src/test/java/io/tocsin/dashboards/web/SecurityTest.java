package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.dashboards.web.Browser.Answer;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest extends ConsolePages {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sources", "/password", "/login", "/ack/forged", "/nowhere", "/incidents/unknown"})
    void everyPageTellsTheBrowserToBeCareful(String path) {
        Answer page = wang.get(path);

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sources", "/password", "/ack/forged", "/nowhere"})
    void pagesHoldNoScriptAndNoStyleOfTheirOwn(String path) {
        Answer page = wang.get(path);

        assertThat(page.page().select("script:not([src]), style, [style], [onclick], [onload]"))
                .isEmpty();
        assertThat(page.page().select("script, link, img"))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.hasAttr("src") ? part.attr("src") : part.attr("href"))
                        .startsWith("/"));
    }

    @Test
    void everyFileOfAPageIsThereForStrangersAndKept() {
        Browser stranger = console.browser();
        stranger.get("/login")
                .page()
                .select("script[src], link[href], img[src]")
                .forEach(part -> {
                    String file = part.hasAttr("src") ? part.attr("src") : part.attr("href");
                    Answer answer = stranger.get(file);
                    assertThat(answer.status()).as(file).isEqualTo(200);
                    assertThat(answer.header("Cache-Control")).as(file).contains("max-age=31536000");
                });
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie = console.browser().get("/login").header("Set-Cookie");

        assertThat(cookie)
                .startsWith("tocsin=")
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void overAnEncryptedConnectionTheCookieInsistsOnIt() {
        ConsoleSettings settings = new ConsoleSettings("127.0.0.1", 0, URI.create("https://console.example"));
        try (RunningConsole encrypted = RunningConsole.start(new World(), settings)) {
            assertThat(encrypted.browser().get("/login").header("Set-Cookie")).contains("Secure");
        }
    }

    @Test
    void theSessionIsNeverPartOfAnAddress() {
        assertThat(console.browser().get("/login").body()).doesNotContain("jsessionid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..%2f..%2fetc/passwd", "/console/..%2f..%2fapplication.yml", "//sources", "/;/sources"})
    void crookedAddressesLeadNowhere(String path) {
        String answer =
                RawRequest.send(console.address(), "GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Exception", "org.springframework");
    }
}
