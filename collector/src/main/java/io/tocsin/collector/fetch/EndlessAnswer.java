package io.tocsin.collector.fetch;

import io.tocsin.collector.source.SourceException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import okhttp3.Call;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/** An answer without end. One thread reads it and closes it; any may break it off. */
public final class EndlessAnswer implements AutoCloseable {
    private final Call call;
    private final Response response;
    private final Duration silence;
    private final long longest;

    EndlessAnswer(Call call, Response response, Duration silence, long longest) {
        this.call = call;
        this.response = response;
        this.silence = silence;
        this.longest = longest;
    }

    /** How it began. */
    Answer head() {
        return new Answer(call.request().url(), response.code(), response.headers(), new byte[0], false);
    }

    /**
     * Waits for a line.
     *
     * @return the line, perhaps empty; {@code null} if the server has ended the answer
     * @throws SourceException if it broke off, said nothing for too long, or sends a line that is too long
     */
    public @Nullable String nextLine() throws SourceException {
        try {
            return response.body().source().exhausted()
                    ? null
                    : response.body().source().readUtf8LineStrict(longest);
        } catch (EOFException cut) {
            return null;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Reads it as server-sent events, until the server ends it.
     *
     * @param each gets the type and the data of each event
     * @throws SourceException if it broke off, said nothing for too long, or has no events
     */
    public void events(BiConsumer<String, String> each) throws SourceException {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        EventSources.processResponse(response, new EventSourceListener() {
            @Override
            public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
                each.accept(type == null ? "message" : type, data);
            }

            @Override
            public void onFailure(EventSource source, @Nullable Throwable problem, @Nullable Response closed) {
                failure.set(problem);
            }
        });
        Throwable problem = failure.get();
        if (problem != null) {
            throw failure(problem instanceof IOException e ? e : new IOException(problem));
        }
    }

    private SourceException failure(IOException e) {
        return e instanceof InterruptedIOException
                ? Failures.silent(call.request().url(), silence)
                : Failures.of(call.request().url(), e, silence);
    }

    /** Makes whoever reads fail. */
    public void breakOff() {
        call.cancel();
    }

    @Override
    public void close() {
        call.cancel();
        response.close();
    }
}
