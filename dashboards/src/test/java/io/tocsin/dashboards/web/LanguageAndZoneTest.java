package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageAndZoneTest extends ConsolePages {

    @BeforeAll
    void incident() {
        world.surge("x", "acme", 3, "weibo:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8 | zh",
                "zh-Hant-TW | zh",
                "en-GB,en | en",
                "fr-FR,fr;q=0.9,zh;q=0.5 | zh",
                "fr-FR | en",
                "* | en",
                ";;;,==,zz-! | en",
            })
    void theBrowsersLanguageDecides(String accepted, String language) {
        Browser browser = console.browser().with("Accept-Language", accepted);

        assertThat(browser.get("/login").page().select("html").attr("lang")).isEqualTo(language);
    }

    @Test
    void theChosenLanguageIsRemembered() {
        Browser browser = console.browser().with("Accept-Language", "en");

        assertThat(browser.get("/login?language=zh").text()).contains("登录");
        assertThat(browser.get("/login").text()).contains("登录");
        assertThat(browser.get("/login?language=en").text()).contains("Log in");
        assertThat(browser.get("/login?language=tlh").text()).contains("Log in");
        assertThat(browser.get("/login?language=%22%3E").text()).contains("Log in");
    }

    @Test
    void everyPageSpeaksChinese() {
        Browser browser = console.browserOf("chinese").with("Accept-Language", "zh-CN");

        assertThat(browser.get("/").text()).contains("事件", "危险", "待处理", "无人认领", "1 条帖子");
        assertThat(browser.get("/incidents/x").text())
                .contains("为何开启", "30 分钟内有 12 人投诉", "约 50,000 分之一", "认领", "时间线", "事件开启");
        assertThat(browser.get("/sources").text()).contains("来源");
        assertThat(browser.get("/password").text()).contains("设置您的密码");
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 2026-03-01 20:00",
        "America/New_York, 2026-03-01 07:00",
        "Asia/Kathmandu, 2026-03-01 17:45",
    })
    void timesAreInTheBrowsersZone(String zone, String noon) {
        Browser browser = console.browserOf("in-" + zone.replace('/', '-'));
        browser.cookie(ReaderContext.ZONE_COOKIE, zone);

        assertThat(browser.get("/").page().select(".opened").text()).contains(noon, "just now");
    }

    @Test
    void anUnknownZoneFallsBackToTheServers() {
        Browser browser = console.browserOf("lost");
        browser.cookie(ReaderContext.ZONE_COOKIE, "Mars/Olympus");

        assertThat(browser.get("/").status()).isEqualTo(200);
    }
}
