package io.tocsin.collector.connect.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import jakarta.mail.MessagingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-02T12:00:30Z");

    @Test
    void aMailIsAPost() throws MessagingException {
        Post post = read("""
                Return-Path: <li@example.org>
                Message-ID: <4711@mail.example.org>
                Date: Mon, 2 Mar 2026 20:00:00 +0800
                From: "Li Na" <Li@Example.org>
                To: complaints@acme.example
                Subject: No signal
                Content-Type: text/plain; charset=utf-8

                Nothing works since Sunday.
                """).orElseThrow();

        assertThat(post.id()).isEqualTo("mail:4711@mail.example.org");
        assertThat(post.platform()).isEqualTo("mail");
        assertThat(post.text()).isEqualTo("No signal\nNothing works since Sunday.");
        assertThat(post.createdAt()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(post.author())
                .isEqualTo(new Author("mail:li@example.org", "li@example.org", "Li Na", null, null, null, null));
        assertThat(post.inReplyTo()).isNull();
        assertThat(post.root()).isNull();
    }

    @Test
    void anAnswerKnowsItsThreadAndHoldsNoHistory() throws MessagingException {
        Post post = read("""
                Message-ID: <3@x>
                In-Reply-To: <2@x>
                References: <1@x>
                 <2@x>
                From: li@example.org
                Subject: Re: No signal

                Still nothing!

                On Mon, Mar 2, 2026 at 12:00 PM Acme <service@acme.example>
                wrote:
                > Please restart your phone.
                """).orElseThrow();

        assertThat(post.text()).isEqualTo("Still nothing!");
        assertThat(post.inReplyTo()).isEqualTo("mail:2@x");
        assertThat(post.root()).isEqualTo("mail:1@x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated (rejected)",
                "Return-Path: <>",
                "Precedence: auto_reply",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b"
            })
    void whatNoPersonWroteIsNoPost(String header) throws MessagingException {
        assertThat(read(header + "\nFrom: a@x\nSubject: Away\n\nI am away.\n")).isEmpty();
    }

    @Test
    void autoSubmittedNoIsAPerson() throws MessagingException {
        assertThat(read("Auto-Submitted: no\nSubject: Hello\n\nNo signal.\n")).isPresent();
    }

    @Test
    void aMailThatSaysNothingIsNoPost() throws MessagingException {
        assertThat(read("From: a@x\n\n  \n")).isEmpty();
        assertThat(MailReader.read(new byte[0], RECEIVED)).isEmpty();
    }

    @Test
    void withoutAnIdOrADateItIsStillTheSamePost() throws MessagingException {
        String mail = "From: a@x\nSubject: No signal\n\nSince Sunday.\n";

        assertThat(read(mail).orElseThrow().id())
                .matches("mail:[0-9a-f]{32}")
                .isEqualTo(read(mail).orElseThrow().id());
        assertThat(read(mail + "!").orElseThrow().id())
                .isNotEqualTo(read(mail).orElseThrow().id());
        assertThat(read(mail).orElseThrow().createdAt()).isEqualTo(RECEIVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 2 Mar 2026 11:59:00 +0000 | 2026-03-02T11:59:00Z",
                "Mon, 2 Mar 2026 13:00:00 +0000 | 2026-03-02T12:00:30Z",
                "Thu, 1 Jan 1970 00:00:00 +0000 | 2026-03-02T12:00:30Z",
                "yesterday | 2026-03-02T12:00:30Z"
            })
    void aClockThatIsWrongIsNotBelieved(String date, Instant written) throws MessagingException {
        assertThat(read("Date: " + date + "\nSubject: x\n\nx\n").orElseThrow().createdAt())
                .isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "gbk", "gb2312", "Big5", "UTF-8", "no-such-charset"})
    void chineseIsReadInEveryCharset(String charset) throws MessagingException {
        Charset written = Charset.isSupported(charset) ? Charset.forName(charset) : StandardCharsets.UTF_8;
        String base64 = Base64.getMimeEncoder()
                .encodeToString("客服電話一直打不通".getBytes(charset.equals("gb2312") ? Charset.forName("GBK") : written));
        String subject = Base64.getEncoder()
                .encodeToString("投诉".getBytes(charset.equals("Big5") ? StandardCharsets.UTF_8 : written));
        String subjectCharset = charset.equals("Big5") ? "UTF-8" : charset;

        Post post = read("Subject: =?" + subjectCharset + "?B?" + subject + "?=\nContent-Type: text/plain; charset="
                        + charset + "\nContent-Transfer-Encoding: base64\n\n" + base64 + "\n")
                .orElseThrow();

        assertThat(post.text()).endsWith("\n客服電話一直打不通");
        if (Charset.isSupported(charset)) {
            assertThat(post.text()).startsWith("投诉\n");
        }
    }

    @Test
    void whatSaysNoCharsetIsGuessed() throws MessagingException {
        String mail = "Subject: 投诉宽带\nFrom: 李娜 <li@example.org>\n\n宽带又断了，客服不理人。\n";

        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            Post post = MailReader.read(mail.replace("\n", "\r\n").getBytes(charset), RECEIVED)
                    .orElseThrow();
            assertThat(post.text()).isEqualTo("投诉宽带\n宽带又断了，客服不理人。");
            assertThat(post.author()).extracting(Author::name).isEqualTo("李娜");
        }
    }

    @Test
    void ofTextAndHtmlTheTextIsRead() throws MessagingException {
        assertThat(multipart("alternative", "text/plain", "No signal.", "text/html", "<b>Something else</b>"))
                .isEqualTo("No signal.");
        assertThat(multipart("alternative", "text/plain", " ", "text/html", "<p>No <b>signal</b>.</p><p>Again</p>"))
                .isEqualTo("No signal.\nAgain");
        assertThat(multipart("mixed", "text/plain", "Before", "text/html", "After"))
                .isEqualTo("Before\nAfter");
        assertThat(multipart("mixed", "text/plain", "Before", "image/png", "iVBORw0KGgo="))
                .isEqualTo("Before");
        assertThat(multipart(
                        "mixed",
                        "text/plain",
                        "Before",
                        "text/plain; name=log.txt\nContent-Disposition: attachment",
                        "secret"))
                .isEqualTo("Before");
        assertThat(multipart("mixed", "text/plain", "Before", "message/rfc822", "Subject: x\n\nhidden"))
                .isEqualTo("Before");
    }

    @Test
    void historyInHtmlIsLeftOut() throws MessagingException {
        String html = "<div>Still nothing!</div><div class=gmail_quote>On Monday Acme wrote:<blockquote>Restart"
                + "</blockquote></div>";
        String head = "Content-Type: text/html\nIn-Reply-To: <1@x>\n";

        assertThat(read(head + "\n" + html).orElseThrow().text()).isEqualTo("Still nothing!");
        assertThat(read(head + "Subject: Fwd: no signal\n\n" + html)
                        .orElseThrow()
                        .text())
                .contains("Still nothing!", "Restart");
        assertThat(read(head + "\n<blockquote type=cite>Only this</blockquote>")
                        .orElseThrow()
                        .text())
                .isEqualTo("Only this");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/mixed; boundary=b\n\nNo boundary at all.",
                "Content-Type: multipart/mixed\n\nNo boundary at all.",
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nNo boundary at all.",
                "Content-Type: nonsense\n\nNo boundary at all.",
                "Content-Type: text/plain; charset\n\nNo boundary at all.",
                "Content-Type: text/plain\nContent-Transfer-Encoding: x-unknown\n\nNo boundary at all.",
                "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nTm8gYm91bmRhcnkgYXQgYWxsLg",
                "From: <<<>>,,@@\nDate: never\nMessage-ID: none\nReferences: <\n\nNo boundary at all."
            })
    void aMalformedMailIsReadAsFarAsItGoes(String mail) throws MessagingException {
        assertThat(read(mail).orElseThrow().text()).contains("No boundary at al");
    }

    @Test
    void partsWithinPartsEnd() throws MessagingException {
        StringBuilder mail = new StringBuilder("Subject: deep\n");
        for (int i = 0; i < 5_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }

        assertThat(read(mail.toString()).orElseThrow().text()).isEqualTo("deep");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void brokenBytesNeverDoHarm(long seed) throws MessagingException {
        Random random = new Random(seed);
        byte[] mail = ("Subject: =?gb18030?B?zbbL3w==?=\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain; charset=big5\r\nContent-Transfer-Encoding: quoted-printable"
                        + "\r\n\r\n=A4@=A4B\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x\r\n--b--\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        for (int i = 0; i < 2_000; i++) {
            byte[] broken = Arrays.copyOf(mail, random.nextInt(mail.length + 1));
            for (int hits = random.nextInt(8); broken.length > 0 && hits > 0; hits--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(MailReader.read(broken, RECEIVED)).isNotNull();
        }
    }

    private static String multipart(String kind, String type, String text, String otherType, String otherText)
            throws MessagingException {
        return read("Content-Type: multipart/%s; boundary=b\n\n--b\nContent-Type: %s\n\n%s\n--b\nContent-Type: %s\n\n%s\n--b--\n"
                        .formatted(kind, type, text, otherType, otherText))
                .orElseThrow()
                .text();
    }

    private static Optional<Post> read(String mail) throws MessagingException {
        return MailReader.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), RECEIVED);
    }
}
