package io.tocsin.alerting.channel.email;

import io.tocsin.alerting.notify.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** The mail server that takes letters over. */
public final class SmtpServer {
    private static final String TIMEOUT = "15000";
    private static final int PERMANENT = 500;

    private final SmtpSettings settings;
    private final Session session;

    public SmtpServer(SmtpSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(SmtpSettings settings) {
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", TIMEOUT);
        properties.put("mail.smtp.timeout", TIMEOUT);
        properties.put("mail.smtp.writetimeout", TIMEOUT);
        properties.put("mail.smtp.auth", String.valueOf(settings.username() != null));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        return properties;
    }

    /** Connects and logs in, and sends nothing: why that does not work, if it does not. */
    public Optional<String> trouble() {
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport);
            return Optional.empty();
        } catch (AuthenticationFailedException e) {
            return Optional.of(refused(e));
        } catch (MessagingException e) {
            return Optional.of(unreachable(e));
        }
    }

    Outcome send(Letter letter) {
        try (Transport transport = session.getTransport("smtp")) {
            MimeLetter message = new MimeLetter(session, letter, settings.from());
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Sent();
        } catch (AddressException e) {
            return new Outcome.GaveUp("the address is not one: " + e.getMessage());
        } catch (AuthenticationFailedException e) {
            return new Outcome.TryAgain(refused(e));
        } catch (SendFailedException e) {
            String reason = server() + " refused the message: " + firstLine(e);
            return replyCode(e) >= PERMANENT ? new Outcome.GaveUp(reason) : new Outcome.TryAgain(reason);
        } catch (MessagingException e) {
            return new Outcome.TryAgain(unreachable(e));
        }
    }

    private void connect(Transport transport) throws MessagingException {
        transport.connect(settings.host(), settings.port(), settings.username(), settings.password());
    }

    private String refused(AuthenticationFailedException e) {
        return server() + " does not accept smtp.username and smtp.password: " + firstLine(e);
    }

    private String unreachable(MessagingException e) {
        return server() + " cannot be reached or broke off: " + firstLine(e);
    }

    private String server() {
        return "the mail server " + settings.host() + ":" + settings.port();
    }

    /** What the server said: from 400 on it may work later, from 500 on it never will. 0 if it did not say. */
    private static int replyCode(MessagingException e) {
        for (Throwable cause = e; cause instanceof MessagingException m; cause = m.getNextException()) {
            int code = switch (cause) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException message -> message.getReturnCode();
                default -> 0;
            };
            if (code > 0) {
                return code;
            }
        }
        return 0;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
