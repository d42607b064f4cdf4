package io.tocsin.collector.fetch;

import java.util.Random;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/**
 * A bad day of a {@link TestSite}: of ten answers three go wrong, each in one of the ways that servers have. Asked for the
 * same things in the same order, it is the same day again.
 */
public final class BadWeather implements UnaryOperator<MockResponse> {
    private static final int PERCENT = 30;

    private final Random random;

    public BadWeather(long seed) {
        random = new Random(seed);
    }

    @Override
    public synchronized MockResponse apply(MockResponse answer) {
        return random.nextInt(100) < PERCENT ? fault(answer) : answer;
    }

    /** Time-outs are rarer than the others, because they take their time. */
    private MockResponse fault(MockResponse answer) {
        return switch (random.nextInt(22)) {
            case 0 ->
                answer.newBuilder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
            case 1, 2, 3 ->
                answer.newBuilder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build();
            case 4, 5, 6 ->
                answer.newBuilder()
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build();
            case 7, 8, 9 -> TestSite.status(429).addHeader("Retry-After", "600").build();
            case 10, 11, 12 -> TestSite.status(500).build();
            case 13, 14, 15 ->
                TestSite.truncatedGzip("{\"data\":[" + random.nextLong()).build();
            case 16, 17, 18 -> TestSite.redirect("").build();
            case 19 -> TestSite.status(200).body(TestSite.endless()).build();
            default -> TestSite.page("<html><body>We are busy.</body></html>").build();
        };
    }
}
