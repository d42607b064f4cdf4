package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.dashboards.web.Browser.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorPagesTest extends ConsolePages {

    @Test
    void aMissingPageLeadsBack() {
        Answer page = wang.get("/nowhere");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("There is no such page");
        assertThat(page.page().select("main a").attr("href")).isEqualTo("/");
    }

    @Test
    void inChineseToo() {
        Browser browser = console.browserOf("zh").with("Accept-Language", "zh-CN");

        assertThat(browser.get("/nowhere").text()).contains("页面不存在", "返回事件列表");
        assertThat(browser.get("/nowhere").page().select("html").attr("lang")).isEqualTo("zh");
        assertThat(browser.post("/incidents/x/resolve", Map.of()).text()).contains("页面打开时间过长", "没有做任何更改");
    }

    @Test
    void whatBreaksInsideStaysInside() {
        world.configured.add(null);
        try {
            Answer page = wang.get("/sources");

            assertThat(page.status()).isEqualTo(500);
            assertThat(page.text()).contains("Something broke", "To the incidents");
            assertThat(page.body()).doesNotContain("Exception", "at io.tocsin", "NullPointer");
        } finally {
            world.configured.clear();
        }
    }

    @Test
    void aWrongMethodIsNotUnderstood() {
        String token = wang.get("/").page().expectFirst("[name=_csrf]").val();

        Answer page = wang.post("/sources", Map.of("_csrf", token));

        assertThat(page.status()).isEqualTo(405);
        assertThat(page.text()).contains("This request was not understood");
    }

    @Test
    void aFormWithoutItsFieldsIsNotUnderstood() {
        world.surge("fields", "acme", 1, "weibo:1");
        String token = wang.get("/").page().expectFirst("[name=_csrf]").val();

        assertThat(wang.post("/incidents/fields/resolve", Map.of("_csrf", token))
                        .status())
                .isEqualTo(400);
        assertThat(wang.post("/incidents/fields/resolve", Map.of("_csrf", token, "seen", "x"))
                        .status())
                .isEqualTo(400);
    }
}
