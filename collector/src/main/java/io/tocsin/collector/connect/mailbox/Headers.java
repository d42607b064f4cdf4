package io.tocsin.collector.connect.mailbox;

import io.tocsin.collector.clean.PageCharset;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** The header lines of a mail, however they were written. */
final class Headers {
    private Headers() {}

    /** As it stands there, in one line; empty if it does not. */
    static String raw(MimeMessage mail, String name) throws MessagingException {
        String value = mail.getHeader(name, " ");
        return value == null ? "" : MimeUtility.unfold(value).strip();
    }

    /** As people read it. */
    static String text(MimeMessage mail, String name) throws MessagingException {
        String value = raw(mail, name);
        try {
            return repaired(MimeUtility.decodeText(value));
        } catch (UnsupportedEncodingException unknown) {
            return value;
        }
    }

    static Address[] addresses(MimeMessage mail, String name) throws MessagingException {
        try {
            return InternetAddress.parseHeader(raw(mail, name), false);
        } catch (AddressException malformed) {
            return new Address[0];
        }
    }

    /** Text that was written into a header without saying in which charset came in as one character for each byte. */
    static String repaired(String text) {
        boolean bytes = text.chars().anyMatch(c -> c > 0x7E) && text.chars().allMatch(c -> c <= 0xFF);
        if (!bytes) {
            return text;
        }
        byte[] written = text.getBytes(StandardCharsets.ISO_8859_1);
        return new String(written, PageCharset.of(written, null));
    }
}
