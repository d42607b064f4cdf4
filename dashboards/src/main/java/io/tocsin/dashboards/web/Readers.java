package io.tocsin.dashboards.web;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Knows what every reader shares: the sentences and the clock. */
final class Readers {
    private final MessageSource messages;
    private final InstantSource clock;

    Readers(MessageSource messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    Reader reader(Locale language, ZoneId zone) {
        return new Reader(language, zone, clock.instant(), messages);
    }
}
