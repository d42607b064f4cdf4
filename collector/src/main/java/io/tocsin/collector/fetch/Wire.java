package io.tocsin.collector.fetch;

import io.tocsin.collector.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** Sends single requests: no redirects, no longer than the time-out, no more than the limit. */
final class Wire implements AutoCloseable {
    private final FetchSettings settings;
    private final OkHttpClient open;
    private final OkHttpClient guarded;
    private final OkHttpClient openOnce;
    private final OkHttpClient guardedOnce;
    private final Set<WebSocket> streams = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Set<Call> calls = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    Wire(FetchSettings settings, AddressGuard guard) {
        this.settings = settings;
        this.open = new OkHttpClient.Builder()
                .followRedirects(false)
                .callTimeout(settings.timeout())
                .connectTimeout(settings.timeout())
                .readTimeout(settings.timeout())
                .build();
        this.guarded = guard.protect(open);
        this.openOnce = FreshConnections.of(open);
        this.guardedOnce = FreshConnections.of(guarded);
    }

    /**
     * How a request is sent.
     *
     * @param internal whether private addresses are allowed
     * @param once whether it must not reach the server twice
     */
    record Line(boolean internal, boolean once) {}

    /**
     * Asks for a page.
     *
     * @param content what is sent; {@code null} only reads
     * @param limit how many bytes of the body are wanted at most, after decompression
     * @throws SourceException if there was no answer, or it broke off
     */
    Answer send(HttpUrl url, Headers headers, @Nullable Content content, Line line, long limit) throws SourceException {
        Request request = request(url, headers, body(content));
        try (Response response = client(line).newCall(request).execute()) {
            return answer(url, response, limit);
        } catch (IOException e) {
            throw Thread.currentThread().isInterrupted()
                    ? Failures.interrupted(url, e)
                    : Failures.of(url, e, settings.timeout());
        }
    }

    /** Opens a stream; what became of it is told to the listener. */
    WebSocket open(HttpUrl url, boolean internal, WebSocketListener listener) {
        OkHttpClient lasting =
                client(internal).newBuilder().pingInterval(settings.timeout()).build();
        WebSocket stream = lasting.newWebSocket(request(url, Headers.EMPTY, null), listener);
        streams.add(stream);
        return stream;
    }

    /** Asks for an answer that may come without end. */
    EndlessAnswer endless(HttpUrl url, Headers headers, boolean internal, Duration silence) throws SourceException {
        Call call = client(internal)
                .newBuilder()
                .callTimeout(Duration.ZERO)
                .readTimeout(silence)
                .build()
                .newCall(request(url, headers, null));
        calls.add(call);
        try {
            return new EndlessAnswer(call, call.execute(), silence, settings.bodyLimit());
        } catch (IOException e) {
            throw Failures.of(url, e, silence);
        }
    }

    private static @Nullable RequestBody body(@Nullable Content content) {
        return content == null ? null : RequestBody.create(content.text(), MediaType.get(content.type()));
    }

    private OkHttpClient client(boolean internal) {
        return internal ? open : guarded;
    }

    private OkHttpClient client(Line line) {
        return !line.once() ? client(line.internal()) : line.internal() ? openOnce : guardedOnce;
    }

    private Request request(HttpUrl url, Headers headers, @Nullable RequestBody body) {
        return new Request.Builder()
                .url(withoutUser(url))
                .headers(headers)
                .header("User-Agent", UserAgent.of(settings))
                .method(body == null ? "GET" : "POST", body)
                .build();
    }

    @Override
    public void close() {
        List.copyOf(streams).forEach(WebSocket::cancel);
        List.copyOf(calls).forEach(Call::cancel);
        open.dispatcher().executorService().shutdown();
        open.connectionPool().evictAll();
    }

    static HttpUrl withoutUser(HttpUrl url) {
        return url.newBuilder().username("").password("").build();
    }

    private static Answer answer(HttpUrl url, Response response, long limit) throws IOException {
        if (!response.isSuccessful() && !Answer.isTelling(response.code(), response.headers())) {
            return new Answer(url, response.code(), response.headers(), new byte[0], false);
        }
        InputStream stream = response.body().byteStream();
        byte[] body = stream.readNBytes((int) Math.min(limit, Integer.MAX_VALUE - Long.BYTES));
        return new Answer(url, response.code(), response.headers(), body, stream.read() >= 0);
    }
}
