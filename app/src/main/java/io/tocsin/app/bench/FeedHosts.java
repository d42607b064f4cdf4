package io.tocsin.app.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A server that answers as a thousand hosts, each with a feed in which something new stands every so often. */
final class FeedHosts implements AutoCloseable {
    private static final int ITEMS = 20;
    private static final int HOSTS_PER_NET = 250;
    private static final int NOT_FOUND = 404;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Instant begin = Instant.now();
    private final HttpServer server;
    private final Duration every;

    FeedHosts(Duration every) throws IOException {
        this.every = every;
        this.server = HttpServer.create(new InetSocketAddress(0), 0);
        server.setExecutor(threads);
        server.createContext("/feed", exchange -> answer(exchange, 200, feed()));
        server.createContext("/", exchange -> answer(exchange, NOT_FOUND, ""));
        server.start();
    }

    /** The feed of a host; every host has an address of its own on the loopback network, as Linux allows. */
    String feed(int host) {
        return "http://127.0.%d.%d:%d/feed"
                .formatted(
                        host / HOSTS_PER_NET,
                        1 + host % HOSTS_PER_NET,
                        server.getAddress().getPort());
    }

    private String feed() {
        long newest = ITEMS + Duration.between(begin, Instant.now()).dividedBy(every);
        return LongStream.range(newest - ITEMS, newest)
                .mapToObj(
                        "<item><guid isPermaLink='false'>%1$d</guid><title>What the people say, part %1$d</title></item>"
                                ::formatted)
                .collect(Collectors.joining("", "<rss version='2.0'><channel><title>Feed</title>", "</channel></rss>"));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
