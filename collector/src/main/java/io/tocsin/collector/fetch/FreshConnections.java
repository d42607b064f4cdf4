package io.tocsin.collector.fetch;

import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** For what must not reach a server twice. */
public final class FreshConnections {
    private static final ConnectionPool NONE_KEPT = new ConnectionPool(0, 1, TimeUnit.SECONDS);

    private FreshConnections() {}

    /**
     * The client as it is, but sending each request once and on a connection of its own: on one that was kept the server
     * may have hung up, and nobody could tell whether it had read the request before.
     */
    public static OkHttpClient of(OkHttpClient client) {
        return client.newBuilder()
                .retryOnConnectionFailure(false)
                .connectionPool(NONE_KEPT)
                .build();
    }
}
