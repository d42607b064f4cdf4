package io.tocsin.collector.fetch;

import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** What went wrong between Tocsin and a server, in words for a person. */
final class Failures {
    /** Not a status of HTTP. */
    private static final int WEIBO_REFUSES = 432;

    private Failures() {}

    /** There was no answer, or it broke off. */
    static SourceException of(HttpUrl url, IOException cause, Duration timeout) {
        if (cause instanceof ForbiddenAddressException forbidden) {
            return new SourceException(
                    Problem.Kind.FORBIDDEN_ADDRESS,
                    shown(url) + " was not asked: " + forbidden.getMessage()
                            + ". If the source may lie there, set 'internal: true' for it.",
                    null,
                    cause);
        }
        return new SourceException(Problem.Kind.NETWORK, shown(url) + " " + reason(url, cause, timeout), null, cause);
    }

    /** An answer without end has stopped, but was not ended. */
    static SourceException silent(HttpUrl url, Duration silence) {
        return new SourceException(
                Problem.Kind.NETWORK,
                shown(url) + " has given no sign of life for " + silence.toSeconds() + " s. It is asked anew.");
    }

    /** Tocsin is being stopped. */
    static SourceException interrupted(HttpUrl url, Exception cause) {
        String message =
                shown(url) + " was not read, because Tocsin is being stopped. It will be after the next start.";
        return new SourceException(Problem.Kind.NETWORK, message, null, cause);
    }

    /** The answer is an error. */
    static SourceException of(Answer answer, FetchRequest request, Instant now) {
        Optional<Duration> wait = RateLimit.pause(answer.headers(), now);
        boolean busy = answer.status() == 503 && wait.isPresent();
        String answered = shown(answer.url()) + " answered " + answer.status() + ": ";
        if (busy || answer.status() == 429) {
            return new SourceException(
                    Problem.Kind.RATE_LIMITED, answered + tooMany(wait, now), wait.orElse(null), null);
        }
        return new SourceException(kind(answer.status()), answered + advice(answer.status(), request));
    }

    static SourceException tooLarge(HttpUrl url, long limit) {
        return new SourceException(
                Problem.Kind.TOO_LARGE,
                shown(url) + " is larger than " + limit
                        + " bytes, the most that is read. If that is right for this source, raise fetch.body_limit.");
    }

    static String shown(HttpUrl url) {
        return PublicUrl.of(url.toString());
    }

    private static String reason(HttpUrl url, IOException cause, Duration timeout) {
        return switch (cause) {
            case UnknownHostException unknown ->
                "cannot be reached: the name " + url.host() + " is not known. Check its spelling and the name server.";
            case ConnectException refused ->
                "cannot be reached: nothing answers at " + url.host() + ", port " + url.port() + ".";
            case NoRouteToHostException unreachable -> "cannot be reached: there is no way to " + url.host() + ".";
            case InterruptedIOException late ->
                "did not answer completely within " + timeout.toSeconds()
                        + " s. If it is that slow, raise fetch.timeout.";
            case SSLException untrusted ->
                "could not be read safely: the TLS connection failed. Check the certificate of " + url.host() + ".";
            default -> "broke the connection off before the answer was complete. It will be tried again.";
        };
    }

    private static String tooMany(Optional<Duration> wait, Instant now) {
        return "too many requests. It is left alone "
                + wait.map(w -> "until " + now.plus(w).truncatedTo(ChronoUnit.SECONDS) + ".")
                        .orElse("for a while. If this happens often, poll it less often ('every').");
    }

    private static Problem.Kind kind(int status) {
        return switch (status) {
            case 401, 403, WEIBO_REFUSES -> Problem.Kind.ACCESS;
            case 402 -> Problem.Kind.PAYMENT;
            case 404, 410 -> Problem.Kind.MISSING;
            default -> Problem.Kind.SERVER;
        };
    }

    private static String advice(int status, FetchRequest request) {
        if (status == 401 || status == 403 || status == WEIBO_REFUSES) {
            return refusal(status, request);
        }
        return switch (status) {
            case 402 ->
                "what was paid for is used up. Buy more there, or wait until it is renewed; it is tried again at least"
                        + " once an hour, and goes on where it stopped.";
            case 404, 410 -> "there is nothing at this address. Open it in a browser and correct it.";
            default ->
                status >= 500
                        ? "the server is in trouble. It will be tried again."
                        : "it does not like the request. Open the address in a browser and check it.";
        };
    }

    private static String refusal(int status, FetchRequest request) {
        Pass pass = request.pass();
        if (pass != null) {
            return "it does not accept what stands under '" + pass.key()
                    + "': it has expired, was withdrawn, lacks a right, or is used up for today. Check it, and"
                    + " put a good one there.";
        }
        if (!request.robots()) {
            return "it lets nobody in without a token. Give one, if this kind of source takes one.";
        }
        return status == 401
                ? "it wants a user name and a password. Put them into the address: https://name:password@host/..."
                : "it does not let Tocsin in. Ask its keeper, or remove the source.";
    }
}
