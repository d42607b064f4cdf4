package io.tocsin.collector.connect.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server that breaks, twice out of three times, after some bytes of its answers. */
final class CutLine implements AutoCloseable {
    private static final int LONGEST = 60_000;

    private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger cuts = new AtomicInteger();
    private final int server;
    private final Random random;

    CutLine(int server, long seed) throws IOException {
        this.server = server;
        this.random = new Random(seed);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entry.getLocalPort();
    }

    /** How often it broke. */
    int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        entry.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = entry.accept();
                Socket called = new Socket(InetAddress.getLoopbackAddress(), server);
                int most = random.nextInt(3) == 0 ? Integer.MAX_VALUE : random.nextInt(LONGEST);
                Thread.ofVirtual().start(() -> copy(caller, called, Integer.MAX_VALUE));
                Thread.ofVirtual().start(() -> copy(called, caller, most));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void copy(Socket from, Socket to, int most) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            int left = most;
            for (int next = in.read(); next >= 0 && left > 0; next = in.read()) {
                to.getOutputStream().write(next);
                left--;
            }
            cuts.addAndGet(left == 0 ? 1 : 0);
        } catch (IOException broken) {
            // The other direction has closed both.
        }
    }
}
