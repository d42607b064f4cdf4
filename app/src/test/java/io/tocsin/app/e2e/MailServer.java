package io.tocsin.app.e2e;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail server on loopback that keeps what it gets. */
final class MailServer implements AutoCloseable {
    private static final Pattern ACK_LINK = Pattern.compile("http://\\S+/ack/[A-Za-z0-9_.-]+");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    MailServer() {
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** All mails in the order of their arrival. */
    List<Mail> mails() {
        return Stream.of(server.getReceivedMessages()).map(Mail::of).toList();
    }

    List<Mail> mailsTo(String address) {
        return mails().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    /**
     * One mail that arrived.
     *
     * @param attempt from 1; a later one says itself that it may be a repetition
     */
    record Mail(String to, String subject, String messageId, int attempt, String text, String html) {

        /** The address behind which it can be acknowledged without a password. */
        String ackLink() {
            return ACK_LINK.matcher(text)
                    .results()
                    .findFirst()
                    .map(MatchResult::group)
                    .orElseThrow(() -> new AssertionError("no link to acknowledge in: " + text));
        }

        private static Mail of(MimeMessage message) {
            try {
                return new Mail(
                        message.getHeader("To", ", "),
                        message.getSubject(),
                        message.getMessageID(),
                        Integer.parseInt(message.getHeader("X-Tocsin-Attempt", null)),
                        part(message, "text/plain").orElseThrow(),
                        part(message, "text/html").orElseThrow());
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Optional<String> part(Part part, String type) throws MessagingException, IOException {
            if (part.isMimeType(type)) {
                return Optional.of((String) part.getContent());
            }
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    Optional<String> found = part(parts.getBodyPart(i), type);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }
    }
}
