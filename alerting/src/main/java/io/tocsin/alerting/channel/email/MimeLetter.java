package io.tocsin.alerting.channel.email;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;

/**
 * A letter in the form in which it travels (RFC 5322).
 *
 * <p>Every attempt carries the same Message-ID, so that a mailbox shows a repetition as one; all letters about an incident
 * answer the same imaginary first letter, so that they form one thread.
 */
final class MimeLetter extends MimeMessage {
    private final String messageId;

    MimeLetter(Session session, Letter letter, String from) throws MessagingException {
        super(session);
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        messageId = "<" + letter.key() + "@" + domain + ">";
        String thread = "<" + letter.thread() + "@" + domain + ">";
        setFrom(new InternetAddress(from, true));
        setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        setSubject(oneLine(letter.subject()), "UTF-8");
        setSentDate(Date.from(letter.written()));
        setHeader("In-Reply-To", thread);
        setHeader("References", thread);
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Tocsin-Incident", letter.thread());
        setHeader("X-Tocsin-Attempt", String.valueOf(letter.attempt()));
        setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        saveChanges();
    }

    /** A line break in a header would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
