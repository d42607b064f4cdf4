package io.tocsin.collector.connect.files;

import io.tocsin.collector.post.PostLine;
import java.nio.charset.Charset;
import java.util.Optional;

/** What the records of a file are like. */
interface RecordFormat {
    Cut cut();

    Charset charset();

    /** The post; nothing if the record is none and need not be. */
    Optional<PostLine> read(Passage.Entry entry);

    /** Reads one record, unless something is wrong with it. */
    default Optional<PostLine> line(Passage.Entry entry) {
        if (entry.problem() != null) {
            return Optional.of(new PostLine.Bad(entry.line(), entry.problem()));
        }
        return entry.text().isBlank() ? Optional.empty() : read(entry);
    }
}
