package io.tocsin.collector.connect.mailbox;

import io.tocsin.collector.connect.MailboxSettings;
import io.tocsin.collector.fetch.ForbiddenAddressException;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong between Tocsin and a mail server, in words for a person. What the server said may hold addresses. */
final class MailTrouble {
    private static final int MOST_CAUSES = 10;

    private MailTrouble() {}

    static SourceException of(Exception failure, MailboxSettings settings) {
        return Stream.<@Nullable Throwable>iterate(failure, MailTrouble::cause)
                .limit(MOST_CAUSES)
                .takeWhile(cause -> cause != null)
                .flatMap(cause -> Stream.ofNullable(said(cause, settings)))
                .findFirst()
                .map(problem -> new SourceException(problem.kind(), problem.message(), null, failure))
                .orElseGet(() -> new SourceException(
                        Problem.Kind.NETWORK,
                        server(settings) + " broke the connection off, or answered what cannot be understood. It will"
                                + " be tried again.",
                        null,
                        failure));
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure == null ? null : failure.getCause();
    }

    private static @Nullable Problem said(@Nullable Throwable cause, MailboxSettings settings) {
        String server = server(settings);
        return switch (cause) {
            case AuthenticationFailedException refused ->
                new Problem(
                        Problem.Kind.ACCESS,
                        server + " does not accept what stands under 'username' and 'password'. The password may have"
                                + " changed or expired, or the server wants one that is made for programs.");
            case FolderNotFoundException missing ->
                new Problem(
                        Problem.Kind.MISSING, server + " has no folder '" + settings.folder() + "'. Correct 'folder'.");
            case ForbiddenAddressException forbidden ->
                new Problem(
                        Problem.Kind.FORBIDDEN_ADDRESS,
                        server + " was not asked: " + forbidden.getMessage()
                                + ". If the source may lie there, set 'internal: true' for it.");
            case UnknownHostException unknown ->
                network(server + " cannot be reached: its name is not known. Check 'host' and the name server.");
            case ConnectException nobody ->
                network(server + " cannot be reached: nothing answers there. Check 'host', 'port' and 'security'.");
            case SocketTimeoutException late ->
                network(server + " did not answer in time. If it is that slow, raise fetch.timeout.");
            case SSLException untrusted ->
                network(server + " could not be read safely: the TLS connection failed. Check its certificate,"
                        + " 'port' and 'security'.");
            case null, default -> null;
        };
    }

    private static Problem network(String message) {
        return new Problem(Problem.Kind.NETWORK, message);
    }

    private static String server(MailboxSettings settings) {
        return settings.host() + ":" + settings.port();
    }
}
