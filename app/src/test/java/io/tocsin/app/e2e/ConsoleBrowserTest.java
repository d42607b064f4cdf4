package io.tocsin.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.tocsin.app.e2e.Browser.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People log in, open an incident and acknowledge it: at a desk and on a phone, in English and in Chinese. */
class ConsoleBrowserTest {
    @AutoClose
    private static final LocalFeed FEED = new LocalFeed();

    @AutoClose
    private static final HookReceiver HOOKS = new HookReceiver();

    @AutoClose
    private static Browser browser;

    @AutoClose
    private static Product product;

    private static String url;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        browser = Browser.launch();
        FEED.write("eve", "My Tamarind kettle caught fire and burned my hand, I will sue Tamarind!");
        FEED.write("李雷", "石榴电热毯冒烟起火，把孩子烫伤了，我要起诉石榴！");
        int port = Product.freePort();
        url = "http://127.0.0.1:" + port;
        product = Product.run(Files.writeString(folder.resolve("tocsin.yaml"), config(folder, port)));
        Console firstVisit = new Console(browser.page(Screen.DESK, "en"), url);
        firstVisit.logInForTheFirstTime(product.firstPassword());
        Await.until(
                "both incidents",
                () -> !firstVisit.incidents("tamarind").isEmpty()
                        && !firstVisit.incidents("shiliu").isEmpty());
    }

    @AfterEach
    void nothingIsBroken() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void worksAtADeskInEnglish() {
        Console console = visit(Screen.DESK, "en");
        takeTheIncident(console, "tamarind", "kettle caught fire");
        assertThat(console.page().locator("html").getAttribute("lang")).startsWith("en");
        assertThat(console.page().locator("#state").innerText()).contains("Somebody is on it");
    }

    @Test
    void worksOnAPhoneInChinese() {
        Console console = visit(Screen.PHONE, "zh-CN");
        takeTheIncident(console, "shiliu", "冒烟起火");
        assertThat(console.page().locator("html").getAttribute("lang")).startsWith("zh");
        assertThat(console.page().locator("#state").innerText())
                .containsPattern("\\p{IsHan}")
                .doesNotContain("Somebody");
    }

    @Test
    void showsTheSourceAndItsHealth() {
        Console console = visit(Screen.PHONE, "en");
        console.open("/sources");
        fits(console.page());
        assertThat(console.page().locator("ul.sources .health.healthy").count()).isEqualTo(1);
    }

    @Test
    void letsNobodyInWithoutAPassword() {
        Console console = new Console(browser.page(Screen.DESK, "en"), url);
        console.open("/");
        console.logIn("not the password");
        assertThat(console.page().url()).contains("/login");
        assertThat(console.page().locator("ol.incidents").count()).isZero();
    }

    private Console visit(Screen screen, String language) {
        Console console = new Console(browser.page(screen, language), url);
        console.open("/");
        fits(console.page());
        console.logIn(Console.OWN_PASSWORD);
        fits(console.page());
        return console;
    }

    private static void takeTheIncident(Console console, String watch, String proof) {
        console.open(console.incidents(watch).getFirst());
        fits(console.page());
        assertThat(console.posts()).anySatisfy(text -> assertThat(text).contains(proof));
        assertThat(console.is("open")).isTrue();
        console.acknowledge();
        assertThat(console.is("acknowledged")).isTrue();
        fits(console.page());
    }

    /** Nobody has to scroll sideways. */
    private static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits its window", page.url())
                .isEqualTo(true);
    }

    private static String config(Path folder, int port) {
        return """
                data: %s/data
                console: {address: 127.0.0.1, port: %d, url: "%s"}
                fetch: {contact: "https://example.org/bot", delay: 50ms}
                sources:
                  - {name: feed, kind: feed, url: "%s", every: 1s, internal: true}
                watches:
                  - {name: tamarind, query: 'tamarind'}
                  - {name: shiliu, query: '石榴'}
                rules:
                  - {name: severe, kind: severe-post, severity: 3}
                escalation:
                  - {after: 0s, notify: [hook]}
                channels:
                  - {name: hook, kind: webhook, url: "%s", secret: "%s", internal: true}
                """.formatted(folder, port, url, FEED.url(), HOOKS.url(), HookReceiver.SECRET);
    }
}
