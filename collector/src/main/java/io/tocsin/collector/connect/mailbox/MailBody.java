package io.tocsin.collector.connect.mailbox;

import io.tocsin.collector.clean.PageCharset;
import io.tocsin.collector.clean.TextCleaner;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What a person reads of a mail (RFC 2045, RFC 2046): its words without attachments, history and signature. */
final class MailBody {
    private static final int DEEPEST = 10;
    /** How programs mark what was written before, and signatures. */
    private static final String NOT_OWN = "blockquote[type=cite], .gmail_quote, .gmail_signature, .moz-cite-prefix,"
            + " .moz-signature, .yahoo_quoted, #isReplyContent, #divRplyFwdMsg, #divRplyFwdMsg ~ *, #appendonsend ~ *";

    private final boolean whole;

    private MailBody(boolean whole) {
        this.whole = whole;
    }

    /**
     * The text of a mail.
     *
     * @param whole keeps the history: somebody passed it on
     */
    static String of(MimeMessage mail, boolean whole) {
        String text = new MailBody(whole).text(mail, 0);
        return whole ? text : OwnWords.of(text);
    }

    private String text(MimePart part, int depth) {
        try {
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return "";
            }
            if (part.isMimeType("multipart/*")) {
                return depth < DEEPEST ? together(part, depth + 1) : "";
            }
            if (part.isMimeType("text/html")) {
                return html(string(part));
            }
            return isPlain(part) ? string(part) : "";
        } catch (MessagingException malformed) {
            return asItStands(part);
        }
    }

    /** A type that is none counts as plain text (RFC 2045, 5.2). */
    private static boolean isPlain(MimePart part) throws MessagingException {
        return part.isMimeType("text/plain") || !part.getContentType().contains("/");
    }

    private String together(MimePart part, int depth) throws MessagingException {
        MimeMultipart parts = new MimeMultipart(new MimePartDataSource(part));
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            MimeBodyPart one = (MimeBodyPart) parts.getBodyPart(i);
            String text = text(one, depth);
            if (!text.isBlank()) {
                pieces.add(new Piece(one.isMimeType("text/plain"), text));
            }
        }
        return part.isMimeType("multipart/alternative") ? best(pieces) : joined(pieces);
    }

    /** One of several that say the same: plain text, or the last, which should be the richest (RFC 2046, 5.1.4). */
    private static String best(List<Piece> pieces) {
        return pieces.stream()
                .filter(Piece::plain)
                .findFirst()
                .or(() -> pieces.stream().reduce((one, later) -> later))
                .map(Piece::text)
                .orElse("");
    }

    private static String joined(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining("\n"));
    }

    private String html(String html) {
        Element body = Jsoup.parse(html).body();
        if (whole) {
            return TextCleaner.of(body);
        }
        Element own = body.clone();
        own.select(NOT_OWN).forEach(Node::remove);
        String text = TextCleaner.of(own);
        return text.isEmpty() ? TextCleaner.of(body) : text;
    }

    private static String string(MimePart part) throws MessagingException {
        byte[] bytes = bytes(part);
        return new String(bytes, PageCharset.of(bytes, part.getContentType()));
    }

    /** Up to where it is broken. */
    private static byte[] bytes(MimePart part) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = part.getInputStream()) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                bytes.write(next);
            }
        } catch (IOException broken) {
            return bytes.size() == 0 ? undecoded(part) : bytes.toByteArray();
        }
        return bytes.toByteArray();
    }

    /** A part in an encoding that nobody knows. */
    private static byte[] undecoded(MimePart part) throws MessagingException {
        try (InputStream in = part instanceof MimeMessage mail
                ? mail.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream()) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory can always be read", impossible);
        }
    }

    /** A part that is not what it says it is. */
    private static String asItStands(MimePart part) {
        try {
            byte[] bytes = undecoded(part);
            return new String(bytes, PageCharset.of(bytes, null));
        } catch (MessagingException empty) {
            return "";
        }
    }

    private record Piece(boolean plain, String text) {}
}
