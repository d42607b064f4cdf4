package io.tocsin.app.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;

/** The console as somebody sees it in a browser. It is read by its structure, so that every language will do. */
final class Console {
    static final String OWN_PASSWORD = "a password of my own";

    private final Page page;
    private final String url;

    Console(Page page, String url) {
        this.page = page;
        this.url = url;
    }

    Page page() {
        return page;
    }

    /** Logs in with the password of the first start, chooses another as is asked, and logs in with that. */
    void logInForTheFirstTime(String password) {
        open("/");
        logIn(password);
        page.fill("#current", password);
        page.fill("#chosen", OWN_PASSWORD);
        page.fill("#repeated", OWN_PASSWORD);
        submit();
        logIn(OWN_PASSWORD);
    }

    void logIn(String password) {
        page.fill("#username", "admin");
        page.fill("#password", password);
        submit();
    }

    void open(String path) {
        page.navigate(url + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** The links to the incidents about a watch, newest first; as many as the first page of the list shows. */
    List<String> incidents(String watch) {
        open("/");
        Locator rows = page.locator("ol.incidents > li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".watch", new Page.LocatorOptions().setHasText(watch))));
        return rows.locator(".what > a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /** The texts of the posts that the open incident shows. */
    List<String> posts() {
        return page.locator("article.post .text").allInnerTexts();
    }

    /** Whether the open incident is in that state: open, acknowledged or resolved. */
    boolean is(String state) {
        return page.locator("#state." + state).isVisible();
    }

    void acknowledge() {
        page.click("#acknowledge");
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Presses the only button behind the link of a message. */
    void acknowledgeByLink(String link) {
        page.navigate(link);
        submit();
    }

    private void submit() {
        page.click("main button[type=submit]");
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
