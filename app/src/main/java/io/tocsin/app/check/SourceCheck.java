package io.tocsin.app.check;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;

/** Reads a source as a poll would, but keeps nothing. */
final class SourceCheck {

    private SourceCheck() {}

    static Finding read(String name, Connector connector, Instant now) {
        String subject = "source " + name;
        try {
            Harvest first = connector.harvest(Cursor.START, now);
            Harvest harvest = first.more() && first.posts().isEmpty() ? connector.harvest(first.cursor(), now) : first;
            return finding(subject, harvest);
        } catch (SourceException e) {
            return Finding.fails(subject, e.problem().message());
        }
    }

    private static Finding finding(String subject, Harvest harvest) {
        Problem trouble = harvest.problem();
        return trouble == null
                ? Finding.works(
                        subject,
                        "can be read; posts found in the first step: "
                                + harvest.posts().size())
                : Finding.fails(subject, trouble.message());
    }
}
