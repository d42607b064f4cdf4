package io.tocsin.collector.connect.mailbox;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes posts of mails (RFC 5322). What is malformed in a mail is left out; the rest is read. */
final class MailReader {
    private static final String PLATFORM = "mail";
    private static final Session LENIENT = Session.getInstance(lenient());
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,250})>");
    private static final Pattern FORWARDED = Pattern.compile("(?i)^(fwd?|wg|转发|轉寄|轉發)\\s*[:：].*");
    /** A mail that says it was written longer before it came has a wrong clock. */
    private static final Duration LONGEST_WAY = Duration.ofDays(7);

    private MailReader() {}

    /**
     * The post that a mail is; nothing if no person wrote it, or it says nothing.
     *
     * @param raw the mail, or as much of its beginning as was read
     * @param received when the server got it
     */
    static Optional<Post> read(byte[] raw, Instant received) throws MessagingException {
        MimeMessage mail = new MimeMessage(LENIENT, new ByteArrayInputStream(raw));
        if (isAutomatic(mail)) {
            return Optional.empty();
        }
        String parent = firstId(mail, "In-Reply-To");
        String subject = Headers.text(mail, "Subject");
        String body = MailBody.of(mail, FORWARDED.matcher(subject).matches());
        String text = TextCleaner.tidy(parent == null ? subject + "\n" + body : body);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String root = firstId(mail, "References");
        return Optional.of(Post.builder(id(mail, raw), PLATFORM, text, written(mail, received))
                .author(author(mail))
                .inReplyTo(parent)
                .root(root == null ? parent : root)
                .build());
    }

    /** Answers of programs (RFC 3834) and reports of mails that could not be delivered (RFC 3464). */
    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        String answer = Headers.raw(mail, "Auto-Submitted");
        boolean byProgram =
                !answer.isEmpty() && !answer.toLowerCase(Locale.ROOT).startsWith("no");
        return byProgram
                || Headers.raw(mail, "Return-Path").equals("<>")
                || Headers.raw(mail, "Precedence").equalsIgnoreCase("auto_reply")
                || mail.isMimeType("multipart/report");
    }

    private static Instant written(MimeMessage mail, Instant received) throws MessagingException {
        Date date = mail.getSentDate();
        if (date == null) {
            return received;
        }
        Instant sent = date.toInstant();
        return sent.isAfter(received) || sent.isBefore(received.minus(LONGEST_WAY)) ? received : sent;
    }

    private static @Nullable Author author(MimeMessage mail) throws MessagingException {
        return Stream.of(Headers.addresses(mail, "From"))
                .map(InternetAddress.class::cast)
                .filter(address -> address.getAddress() != null)
                .findFirst()
                .map(MailReader::author)
                .orElse(null);
    }

    private static Author author(InternetAddress from) {
        String address = from.getAddress().toLowerCase(Locale.ROOT);
        String name = from.getPersonal() == null ? null : Headers.repaired(from.getPersonal());
        return new Author(PLATFORM + ":" + address, address, name, null, null, null, null);
    }

    private static String id(MimeMessage mail, byte[] raw) throws MessagingException {
        String id = firstId(mail, "Message-ID");
        return id == null ? PLATFORM + ":" + print(raw) : id;
    }

    private static @Nullable String firstId(MimeMessage mail, String header) throws MessagingException {
        Matcher id = ID.matcher(Headers.raw(mail, header));
        return id.find() ? PLATFORM + ":" + id.group(1) : null;
    }

    private static String print(byte[] raw) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Properties lenient() {
        Properties properties = new Properties();
        properties.put("mail.mime.address.strict", "false");
        return properties;
    }
}
