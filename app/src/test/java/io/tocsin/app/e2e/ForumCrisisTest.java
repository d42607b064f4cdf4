package io.tocsin.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.app.e2e.MailServer.Mail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Complaints in a real forum become one incident that rings until somebody answers, and not longer. */
class ForumCrisisTest {
    private static final String DUTY = "duty@example.org";
    private static final String BOSS = "boss@example.org";

    @AutoClose
    private final NodeBbServer forum = NodeBbServer.start();

    @AutoClose
    private final MailServer mailServer = new MailServer();

    @AutoClose
    private final HookReceiver hooks = new HookReceiver();

    @AutoClose
    private final Browser browser = Browser.launch();

    @AutoClose
    private Product product;

    private Console console;
    private int oldThread;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        oldThread = forum.topic(NodeBbServer.GENERAL, "陈晓", "蓝桥新店开业", "蓝桥在我们小区开了新店，店员很热情。");
        for (int i = 1; i <= 6; i++) {
            forum.reply(oldThread, "邻居" + i, "路过看了看，第" + i + "次来，挺不错的。");
        }
        int port = Product.freePort();
        Path config = Files.writeString(folder.resolve("tocsin.yaml"), config(folder, port));
        product = Product.run(config);
        console = new Console(browser.page(Browser.Screen.DESK, "en"), "http://127.0.0.1:" + port);
        console.logInForTheFirstTime(product.firstPassword());
    }

    @Test
    void ringsOncePerEventUntilSomebodyAnswers() {
        complainInTheForum();
        String incident = Await.first("the incident in the console", () -> console.incidents("lanqiao"), link -> true);
        Mail mail = Await.first("the e-mail to the one on duty", () -> mailServer.mailsTo(DUTY), sent -> true);
        Await.until("the signed call of the webhook", () -> hooks.calls().size() == 1);

        console.acknowledgeByLink(mail.ackLink());
        console.open(incident);
        assertThat(console.is("acknowledged")).isTrue();

        forum.reply(oldThread, "old_friend", "I take it back. Lanqiao billed me twice and refuses the refund, awful!");
        Await.until("the late reply in the old thread", () -> {
            console.open(incident);
            return console.posts().stream().anyMatch(text -> text.contains("I take it back"));
        });
        assertThat(console.incidents("lanqiao")).containsExactly(incident);

        // Nobody answers the second incident. It is younger: when it calls the boss, the first would have done so
        // before.
        forum.topic(
                NodeBbServer.FEEDBACK,
                "dan",
                "Yuntu charger",
                "The Yuntu charger caught fire and burned my hand. I called a lawyer, this is dangerous!");
        Mail toTheBoss = Await.first("the e-mail to the boss", () -> mailServer.mailsTo(BOSS), sent -> true);
        assertThat(toTheBoss.subject()).contains("yuntu");
        assertThat(mailServer.mailsTo(BOSS)).hasSize(1);
        assertThat(mailServer.mailsTo(DUTY))
                .hasSize(2)
                .extracting(Mail::subject)
                .last()
                .asString()
                .contains("yuntu");
        assertThat(hooks.calls()).hasSize(2).extracting(HookReceiver.Call::key).doesNotHaveDuplicates();
    }

    private void complainInTheForum() {
        List<String> complaints = List.of(
                "蓝桥宽带断了两天，客服电话一直打不通，太差劲了，我要投诉！",
                "Lanqiao is down again, nobody answers the hotline. Worst provider ever, I want my money back.",
                "被蓝桥多扣了三百块，客服态度恶劣，赶紧退款！",
                "蓝桥师傅约了三次都没来，太让人失望了，垃圾服务。",
                "Third day without internet. Lanqiao support is useless and rude, terrible service!",
                "蓝桥骗人，说好的千兆只有十兆，客服不理人，投诉！");
        int topic = 0;
        for (int i = 0; i < complaints.size(); i++) {
            if (i % 2 == 0) {
                topic = forum.topic(NodeBbServer.GENERAL, "user" + i, "Problem No " + i, complaints.get(i));
            } else {
                forum.reply(topic, "user" + i, complaints.get(i));
            }
        }
    }

    private String config(Path folder, int port) {
        return """
                data: %s/data
                console: {address: 127.0.0.1, port: %d, url: "http://127.0.0.1:%d"}
                fetch: {contact: "https://example.org/bot", delay: 50ms}
                sources:
                  - name: forum
                    kind: forum
                    every: 2s
                    internal: true
                    list:
                      url: "%s/category/2/general-discussion?page={page}"
                      pages: 2
                      item: "li[component='category/topic']"
                      link: "a[itemprop=url]@href"
                      title: "a[itemprop=url]"
                      replies: ".mobile-stat .human-readable-number"
                      last_reply: "h2 .visible-xs-inline .timeago@title"
                    thread:
                      next: "li.next:not(.disabled) a@href"
                      pages: 5
                    post:
                      item: "li[component=post]"
                      id: "@data-pid"
                      author: "@data-username"
                      time: "meta[itemprop=datePublished]@content"
                      text: "[component='post/content']"
                  - {name: feedback, kind: feed, url: "%s/category/4/recentposts.rss", every: 2s, internal: true}
                watches:
                  - {name: lanqiao, query: 'lanqiao OR 蓝桥'}
                  - {name: yuntu, query: 'yuntu OR 云途'}
                rules:
                  - {name: surge, kind: surge, window: 30m, minimum: 5, chance: 0.05}
                  - {name: severe, kind: severe-post, severity: 3}
                escalation:
                  - {after: 0s, notify: [duty, hook]}
                  - {after: 30s, notify: [boss]}
                channels:
                  - {name: duty, kind: email, to: [%s], language: zh, zone: Asia/Shanghai}
                  - {name: boss, kind: email, to: [%s], language: en, zone: UTC}
                  - {name: hook, kind: webhook, url: "%s", secret: "%s", internal: true}
                smtp: {host: 127.0.0.1, port: %d, from: tocsin@example.org, security: none}
                """.formatted(
                        folder,
                        port,
                        port,
                        forum.url(),
                        forum.url(),
                        DUTY,
                        BOSS,
                        hooks.url(),
                        HookReceiver.SECRET,
                        mailServer.port());
    }
}
