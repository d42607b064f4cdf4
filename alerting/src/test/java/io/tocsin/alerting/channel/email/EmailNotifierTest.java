package io.tocsin.alerting.channel.email;

import static io.tocsin.alerting.TestAlerts.ACK;
import static io.tocsin.alerting.TestAlerts.LINKS;
import static io.tocsin.alerting.TestAlerts.NOON;
import static io.tocsin.alerting.TestAlerts.alert;
import static io.tocsin.alerting.TestAlerts.surge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.tocsin.alerting.TestPosts;
import io.tocsin.alerting.channel.email.SmtpSettings.Security;
import io.tocsin.alerting.notify.Alert;
import io.tocsin.alerting.notify.Outcome;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailNotifierTest {
    private static final String HOSTILE =
            "<script>alert(1)</script><img src=x onerror=alert(2)> \"' & ${7*7} [[${8*8}]]";

    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private EmailNotifier notifier(Locale language, String zone) {
        SmtpSettings smtp = new SmtpSettings(
                "127.0.0.1", mail.getSmtp().getPort(), null, null, "tocsin@example.com", Security.NONE);
        return new EmailNotifier(
                new EmailSettings("duty", List.of("duty@example.org"), language, ZoneId.of(zone)), smtp, LINKS);
    }

    private MimeMessage send(EmailNotifier notifier, Alert alert) throws Exception {
        assertThat(notifier.send(alert)).isEqualTo(new Outcome.Sent());
        return mail.getReceivedMessages()[mail.getReceivedMessages().length - 1];
    }

    private static List<AnalyzedPost> hostilePosts() {
        Post post = Post.builder("forum:p0", "forum", HOSTILE, NOON)
                .author(Author.of("forum:eve", "<b>eve</b>"))
                .url("javascript:alert(3)")
                .build();
        Post synthetic = Post.builder("forum:p1", "forum", "The\nline is down.", NOON)
                .url("https://bbs.example.org/t/1?a=1&b=2")
                .synthetic(true)
                .build();
        return List.of(TestPosts.analyzed(post, true, 2), TestPosts.analyzed(synthetic, true, 1));
    }

    private static String part(MimeMessage message, int number) throws Exception {
        return (String) ((Multipart) message.getContent()).getBodyPart(number).getContent();
    }

    private static Document html(MimeMessage message) throws Exception {
        return Jsoup.parse(part(message, 1));
    }

    @Test
    void saysInEnglishWhatHappenedAndWhy() throws Exception {
        MimeMessage message =
                send(notifier(Locale.ENGLISH, "UTC"), alert(surge("acme"), 1, "duty@example.org", 1, hostilePosts()));
        assertThat(message.getSubject()).isEqualTo("[loss] Surge of complaints about acme");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        for (String body : List.of(part(message, 0), html(message).text())) {
            assertThat(body)
                    .contains("Within 30 minutes, 12 people complained about acme; usual is 0.8.")
                    .contains("once in 81,301 such windows")
                    .contains("Opened 2026-01-01 12:00:00 UTC")
                    .contains("The first of 12 posts behind it")
                    .contains("synthetic")
                    .contains("because the channel duty of your Tocsin")
                    .doesNotContain("Attempt", "Nobody has answered");
        }
    }

    @Test
    void saysItInChinese() throws Exception {
        MimeMessage message = send(
                notifier(Locale.SIMPLIFIED_CHINESE, "Asia/Shanghai"),
                alert(surge("爱可美"), 2, "duty@example.org", 3, hostilePosts()));
        assertThat(message.getSubject()).isEqualTo("[损失] 关于“爱可美”的投诉激增");
        for (String body : List.of(part(message, 0), html(message).text())) {
            assertThat(body)
                    .contains("30 分钟内有 12 人投诉“爱可美”，平时约 0.8 人")
                    .contains("2026-01-01 20:00:00")
                    .contains("升级通知第 2 步")
                    .contains("第 3 次发送")
                    .contains("合成数据")
                    .contains("某人");
        }
        assertThat(html(message).expectFirst("html").attr("lang")).isEqualTo("zh");
    }

    @Test
    void whatWasPostedIsTextAndNothingElse() throws Exception {
        MimeMessage message =
                send(notifier(Locale.ENGLISH, "UTC"), alert(surge("acme"), 1, "duty@example.org", 1, hostilePosts()));
        Document html = html(message);
        assertThat(html.select("script, img, b, [onerror]")).isEmpty();
        assertThat(html.text()).contains(HOSTILE).contains("<b>eve</b>");
        assertThat(html.select("a").eachAttr("href")).noneMatch(link -> link.startsWith("javascript"));
        assertThat(part(message, 0)).contains(HOSTILE).doesNotContain("javascript:");
    }

    @Test
    void carriesTheLinks() throws Exception {
        MimeMessage message =
                send(notifier(Locale.ENGLISH, "UTC"), alert(surge("acme"), 1, "duty@example.org", 1, hostilePosts()));
        Document html = html(message);
        assertThat(html.select("a").eachAttr("href"))
                .contains("https://console.example.org/incidents/abcdefghijklm", "https://bbs.example.org/t/1?a=1&b=2");
        Element button = html.expectFirst("a[href*=/ack/]");
        String token = URI.create(button.attr("href")).getPath().substring("/ack/".length());
        assertThat(ACK.verify(token, NOON)).hasValueSatisfying(grant -> {
            assertThat(grant.incident()).isEqualTo("abcdefghijklm");
            assertThat(grant.recipient()).isEqualTo("duty@example.org");
        });
        assertThat(part(message, 0)).contains(button.attr("href"));
    }

    @Test
    void everyAttemptHasTheSameIdAndAllLettersOfAnIncidentAreOneThread() throws Exception {
        EmailNotifier notifier = notifier(Locale.ENGLISH, "UTC");
        MimeMessage first = send(notifier, alert(surge("acme"), 1, "duty@example.org", 1, List.of()));
        MimeMessage again = send(notifier, alert(surge("acme"), 1, "duty@example.org", 2, List.of()));
        MimeMessage next = send(notifier, alert(surge("acme"), 2, "duty@example.org", 1, List.of()));
        assertThat(first.getMessageID()).isEqualTo(again.getMessageID()).isNotEqualTo(next.getMessageID());
        assertThat(first.getMessageID()).matches("<abcdefghijklm-1-1-[a-z2-7]{8}@example\\.com>");
        assertThat(first.getHeader("X-Tocsin-Attempt")).containsExactly("1");
        assertThat(again.getHeader("X-Tocsin-Attempt")).containsExactly("2");
        for (MimeMessage message : List.of(first, again, next)) {
            assertThat(message.getHeader("References")).containsExactly("<abcdefghijklm@example.com>");
            assertThat(message.getHeader("In-Reply-To")).containsExactly("<abcdefghijklm@example.com>");
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        }
    }

    @Test
    void saysSoIfThePostsCannotBeRead() throws Exception {
        MimeMessage message =
                send(notifier(Locale.ENGLISH, "UTC"), alert(surge("acme"), 1, "duty@example.org", 1, List.of()));
        assertThat(part(message, 0)).contains("The posts cannot be shown at the moment");
        assertThat(html(message).text()).contains("The posts cannot be shown at the moment");
    }

    @Test
    void aNameCannotAddAHeader() throws Exception {
        Alert alert = alert(surge("acme\r\nBcc: eve@example.net\r\n\r\nHello"), 1, "duty@example.org", 1, List.of());
        MimeMessage message = send(notifier(Locale.ENGLISH, "UTC"), alert);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isEqualTo("[loss] Surge of complaints about acme Bcc: eve@example.net Hello");
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "duty", "duty@", "a@b.org\r\nBcc: c@d.org", "a@b.org, c@d.org", "Duty <a@b.org>"})
    void refusesWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> new EmailSettings("duty", List.of(address), Locale.ENGLISH, ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("channel duty");
    }

    @Test
    void triesAgainIfTheServerIsDownOrSpeaksNoTls() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        EmailSettings settings =
                new EmailSettings("duty", List.of("duty@example.org"), Locale.ENGLISH, ZoneId.of("UTC"));
        Alert alert = alert(surge("acme"), 1, "duty@example.org", 1, List.of());
        SmtpSettings down = new SmtpSettings("127.0.0.1", nobody, null, null, "t@example.com", Security.NONE);
        assertThat(new EmailNotifier(settings, down, LINKS).send(alert)).isInstanceOf(Outcome.TryAgain.class);
        SmtpSettings clear =
                new SmtpSettings("127.0.0.1", mail.getSmtp().getPort(), null, null, "t@example.com", Security.STARTTLS);
        assertThat(new EmailNotifier(settings, clear, LINKS).send(alert)).isInstanceOf(Outcome.TryAgain.class);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void logsInAndNamesTheKeysToCorrectIfItCannot() {
        GreenMail guarded = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        guarded.withConfiguration(GreenMailConfiguration.aConfig().withUser("duty@example.org", "tocsin", "right"));
        guarded.start();
        try {
            EmailSettings settings =
                    new EmailSettings("duty", List.of("duty@example.org"), Locale.ENGLISH, ZoneId.of("UTC"));
            Alert alert = alert(surge("acme"), 1, "duty@example.org", 1, List.of());
            int port = guarded.getSmtp().getPort();
            SmtpSettings right = new SmtpSettings("127.0.0.1", port, "tocsin", "right", "t@example.com", Security.NONE);
            SmtpSettings wrong = new SmtpSettings("127.0.0.1", port, "tocsin", "wrong", "t@example.com", Security.NONE);
            assertThat(new EmailNotifier(settings, right, LINKS).send(alert)).isEqualTo(new Outcome.Sent());
            assertThat(new EmailNotifier(settings, wrong, LINKS).send(alert))
                    .isInstanceOfSatisfying(
                            Outcome.TryAgain.class,
                            again -> assertThat(again.reason())
                                    .contains("smtp.password")
                                    .doesNotContain("wrong"));
        } finally {
            guarded.stop();
        }
    }

    @Test
    void showsNoPassword() {
        SmtpSettings smtp = new SmtpSettings("mail", 25, "tocsin", "hunter2", "t@example.com", Security.TLS);
        assertThat(smtp).asString().doesNotContain("hunter2");
    }
}
