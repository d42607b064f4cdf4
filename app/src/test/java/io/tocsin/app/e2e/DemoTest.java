package io.tocsin.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo shows in a minute what Tocsin is for. */
class DemoTest {
    private static final String MANAGER = "manager@velmora.example";
    private static final Duration SECOND_STEP = Duration.ofMinutes(1);

    @Test
    void aCrisisRingsAndAnAnswerStopsIt(@TempDir Path folder) {
        String port = Integer.toString(Product.freePort());
        try (Product product = Product.start(
                        "demo", "--port", port, "--data", folder.resolve("demo").toString());
                Browser browser = Browser.launch()) {
            String url = product.awaitLine("Tocsin is up: (\\S+)").group(1);
            String password = product.awaitLine("admin / (\\S+)").group(1);
            Console console = new Console(browser.page(Browser.Screen.DESK, "zh-CN"), url);
            console.open("/");
            console.logIn(password);

            String incident = Await.first("the incident", () -> console.incidents("Velmora"), link -> true);
            Instant opened = Instant.now();
            console.open(incident);
            assertThat(console.page().locator("article.post .synthetic").count())
                    .isPositive()
                    .isEqualTo(console.posts().size());

            Await.until("the e-mail and the webhook call", () -> sees(console, "duty@velmora.example", incident));
            console.open("/mailbox/mails/0");
            console.acknowledgeByLink(
                    console.page().locator("a[href*='/ack/']").first().getAttribute("href"));
            console.open(incident);
            assertThat(console.is("acknowledged")).isTrue();

            Await.until("the second step's time", () -> Instant.now().isAfter(opened.plus(SECOND_STEP)));
            assertThat(sees(console, MANAGER)).isFalse();
            assertThat(browser.complaints()).isEmpty();
            assertThat(product.terminate()).isIn(0, 143);
        }
        Await.until(
                "the end of every process", () -> Product.processesAt(folder).isEmpty());
    }

    private static boolean sees(Console console, String... contents) {
        console.open("/mailbox");
        Page page = console.page();
        return List.of(contents).stream().allMatch(page.locator("main").innerText()::contains);
    }
}
