package io.tocsin.app.check;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;

/** Reads a source as a poll would, but keeps nothing. */
final class SourceCheck {

    private SourceCheck() {}

    static Finding read(String name, Connector connector, Instant now) {
        String subject = "source " + name;
        try {
            return Finding.works(subject, "can be read; posts found in the first step: " + connector.probe(now));
        } catch (SourceException e) {
            return Finding.fails(subject, e.problem().message());
        }
    }
}
