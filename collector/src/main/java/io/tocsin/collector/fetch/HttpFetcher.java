package io.tocsin.collector.fetch;

import io.tocsin.collector.fetch.HostThrottle.Sleeper;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.InstantSource;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * Gets pages politely and safely: says who asks, obeys robots.txt and rate limits, goes to a host once at a time with a pause, follows
 * only redirects it has checked, reads no body without end, and reaches private addresses only where that was allowed.
 */
public final class HttpFetcher implements AutoCloseable {
    private final FetchSettings settings;
    private final InstantSource clock;
    private final Wire wire;
    private final HostThrottle throttle;
    private final RobotsRules robots;
    private final ClosedHosts closed = new ClosedHosts();

    public HttpFetcher(FetchSettings settings, InstantSource clock) {
        this(settings, clock, Thread::sleep, AddressGuard.PUBLIC_ONLY);
    }

    HttpFetcher(FetchSettings settings, InstantSource clock, Sleeper sleeper, AddressGuard guard) {
        this.settings = settings;
        this.clock = clock;
        this.wire = new Wire(settings, guard);
        this.throttle = new HostThrottle(clock, sleeper);
        this.robots = new RobotsRules(this::robotsFile, clock);
    }

    /**
     * Gets a page, waiting for its host to be free.
     *
     * @throws SourceException if there is none to be had now: the message says why, and what to do
     */
    public Page fetch(FetchRequest request) throws SourceException {
        HttpUrl start = HttpUrl.get(request.url());
        Answer answer = Redirects.follow(start, url -> visit(url, start, request));
        if (answer.isUnchanged() && !request.known().equals(Validators.NONE)) {
            return new Page.Unchanged();
        }
        if (!answer.isSuccess() && !(request.evenIfTelling() && answer.isTelling())) {
            throw Failures.of(answer, request, clock.instant());
        }
        if (answer.cut()) {
            throw Failures.tooLarge(answer.url(), settings.bodyLimit());
        }
        return fetched(answer);
    }

    /** The largest page in bytes, unpacked. */
    public long bodyLimit() {
        return settings.bodyLimit();
    }

    @Override
    public void close() {
        wire.close();
    }

    /**
     * Opens a stream of messages (RFC 6455).
     *
     * @param listener is told what arrives, and when the stream ends or could not be opened
     * @throws SourceException if the host is to be left alone now
     */
    public WebSocket open(FetchRequest request, WebSocketListener listener) throws SourceException {
        HttpUrl url = HttpUrl.get(request.url());
        closed.check(url, clock.instant());
        return wire.open(url, request.internal(), listener);
    }

    /**
     * Asks for an answer without end.
     *
     * @param silence after so long without a sign of life it counts as broken off
     * @throws SourceException if there is none to be had now
     */
    public EndlessAnswer endless(FetchRequest request, Duration silence) throws SourceException {
        HttpUrl url = HttpUrl.get(request.url());
        closed.check(url, clock.instant());
        EndlessAnswer answer = wire.endless(url, credentials(url, url, request.pass()), request.internal(), silence);
        closed.note(answer.head(), clock.instant());
        if (!answer.head().isSuccess()) {
            answer.close();
            throw Failures.of(answer.head(), request, clock.instant());
        }
        return answer;
    }

    /** What it goes by. */
    public InstantSource clock() {
        return clock;
    }

    private Answer visit(HttpUrl url, HttpUrl start, FetchRequest request) throws SourceException {
        closed.check(url, clock.instant());
        Duration asked = request.robots() ? robots.check(url, request.internal()) : Duration.ZERO;
        Duration pause = asked.compareTo(settings.delay()) > 0 ? asked : settings.delay();
        Headers headers = conditions(request.known(), credentials(url, start, request.pass()));
        Content content = url.equals(start) ? request.content() : null;
        Wire.Line line = new Wire.Line(request.internal(), request.once());
        Answer answer = send(url, headers, content, line, settings.bodyLimit(), pause);
        closed.note(answer, clock.instant());
        return answer;
    }

    private Answer robotsFile(HttpUrl address, HttpUrl page, boolean internal) throws SourceException {
        return Redirects.follow(
                address,
                url -> send(
                        url,
                        credentials(url, page, null),
                        null,
                        new Wire.Line(internal, false),
                        RobotsRules.SIZE_LIMIT,
                        settings.delay()));
    }

    private Answer send(
            HttpUrl url, Headers headers, @Nullable Content content, Wire.Line line, long limit, Duration pause)
            throws SourceException {
        try {
            return throttle.inTurn(url.host(), pause, () -> wire.send(url, headers, content, line, limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(url, e);
        }
    }

    /** Only to where the person who wrote the address meant them to go. */
    private static Headers credentials(HttpUrl url, HttpUrl start, @Nullable Pass given) {
        Pass pass = given != null || start.username().isEmpty()
                ? given
                : Pass.basic(start.username(), start.password(), "url");
        return pass == null || !isSameSite(url, start) ? Headers.EMPTY : Headers.of(pass.header(), pass.value());
    }

    private static boolean isSameSite(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }

    private static Headers conditions(Validators known, Headers headers) {
        Headers.Builder all = headers.newBuilder();
        if (known.etag() != null) {
            all.addUnsafeNonAscii("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            all.addUnsafeNonAscii("If-Modified-Since", known.lastModified());
        }
        return all.build();
    }

    private static Page.Fetched fetched(Answer answer) {
        Headers headers = answer.headers();
        return new Page.Fetched(
                Wire.withoutUser(answer.url()).toString(),
                answer.body(),
                headers.get("Content-Type"),
                new Validators(headers.get("ETag"), headers.get("Last-Modified")));
    }
}
