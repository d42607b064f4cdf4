package io.tocsin.collector.connect;

import io.tocsin.collector.fetch.TestSite;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;

/** Answers without end, which all get the same lines, and signs of life between them. */
public final class Broadcast implements AutoCloseable {
    private static final String END = "end";

    private final String signOfLife;
    private final List<BlockingQueue<String>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    public Broadcast(String signOfLife) {
        this.signOfLife = signOfLife;
    }

    /** One more answer. */
    public MockResponse.Builder answer() {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        listeners.add(lines);
        return TestSite.status(200)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .body(new MockResponseBody() {
                    @Override
                    public long getContentLength() {
                        return -1;
                    }

                    @Override
                    public void writeTo(BufferedSink sink) throws IOException {
                        try {
                            write(lines, sink);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                });
    }

    private void write(BlockingQueue<String> lines, BufferedSink sink) throws IOException, InterruptedException {
        try {
            while (!closed) {
                String line = lines.poll(50, TimeUnit.MILLISECONDS);
                if (END.equals(line)) {
                    return;
                }
                if (line != null || listeners.contains(lines)) {
                    sink.writeUtf8((line == null ? signOfLife : line) + "\r\n").flush();
                }
            }
        } finally {
            listeners.remove(lines);
        }
    }

    /** How many answers are open, as far as the server knows. */
    public int listeners() {
        return listeners.size();
    }

    public void send(String line) {
        listeners.forEach(listener -> listener.add(line));
    }

    /** Ends all answers. */
    public void hangUp() {
        send(END);
        listeners.clear();
    }

    /** The answers stay open, but nothing comes any more. */
    public void fallSilent() {
        listeners.clear();
    }

    @Override
    public void close() {
        closed = true;
    }
}
