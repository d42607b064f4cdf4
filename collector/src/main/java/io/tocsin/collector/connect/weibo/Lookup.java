package io.tocsin.collector.connect.weibo;

import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;

/** Reads statuses again. */
interface Lookup {

    /** How many at once. */
    int batch();

    List<Reading> read(List<String> ids, Instant now) throws SourceException;
}
