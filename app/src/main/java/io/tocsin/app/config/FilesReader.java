package io.tocsin.app.config;

import io.tocsin.collector.connect.FilesSettings;
import io.tocsin.collector.connect.FilesSettings.Columns;
import io.tocsin.collector.connect.FilesSettings.Csv;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.connect.SourceSettings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads a source that is a file or a folder. */
final class FilesReader {
    private FilesReader() {}

    /** @param folder what a relative path is relative to */
    static Optional<SourceSettings> read(Section section, Polling polling, Path folder) {
        Path path = folder.resolve(section.required("path", Types.PATH.like("./inbox")))
                .normalize();
        Optional<Csv> csv = section.has("csv") ? csv(section.section("csv")) : Optional.empty();
        return section.build(() -> new FilesSettings(polling, path, csv.orElse(null)));
    }

    private static Optional<Csv> csv(Section section) {
        String platform = section.required("platform", Types.TEXT.like("call-centre"));
        Charset charset = section.optional("charset", Types.CHARSET).orElse(StandardCharsets.UTF_8);
        char separator = section.optional("separator", Types.SEPARATOR).orElse(',');
        ZoneId zone = section.optional("zone", Types.ZONE).orElse(ZoneOffset.UTC);
        Optional<Columns> columns = columns(section.requiredSection("columns"));
        return section.build(() -> new Csv(platform, charset, separator, zone, columns.orElseThrow()));
    }

    private static Optional<Columns> columns(Section section) {
        String id = section.required("id", Types.TEXT.like("Ticket"));
        String time = section.required("time", Types.TEXT.like("Created"));
        List<String> text = section.requiredList("text", Types.TEXT.like("Text"));
        String author = section.optional("author", Types.TEXT).orElse(null);
        String followers = section.optional("followers", Types.TEXT).orElse(null);
        String url = section.optional("url", Types.TEXT).orElse(null);
        String reposts = section.optional("reposts", Types.TEXT).orElse(null);
        String replies = section.optional("replies", Types.TEXT).orElse(null);
        String likes = section.optional("likes", Types.TEXT).orElse(null);
        String views = section.optional("views", Types.TEXT).orElse(null);
        return section.build(() -> new Columns(id, time, text, author, followers, url, reposts, replies, likes, views));
    }
}
