package io.tocsin.collector.connect.files;

import io.tocsin.collector.post.PostFormat;
import io.tocsin.collector.post.PostFormatException;
import io.tocsin.collector.post.PostLine;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Posts in the interchange format, one a line. */
record JsonLines() implements RecordFormat {

    @Override
    public Cut cut() {
        return Cut.LINES;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public Optional<PostLine> read(Passage.Entry entry) {
        try {
            return Optional.of(new PostLine.Good(entry.line(), PostFormat.read(entry.text())));
        } catch (PostFormatException bad) {
            return Optional.of(new PostLine.Bad(entry.line(), String.valueOf(bad.getMessage())));
        }
    }
}
