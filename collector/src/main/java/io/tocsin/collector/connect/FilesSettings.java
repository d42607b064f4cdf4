package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that others write posts into.
 *
 * @param path a file, or a folder of them
 * @param csv how tables are read; {@code null} if there are none
 */
public record FilesSettings(
        Polling polling, Path path, @Nullable Csv csv) implements SourceSettings {

    @Override
    public Source source() {
        return polling.source("files", path.toString());
    }

    /**
     * Tables with a line of column names at the top (RFC 4180).
     *
     * @param platform of all posts
     * @param separator between two fields: one ASCII character
     * @param zone of times that name none
     */
    public record Csv(String platform, Charset charset, char separator, ZoneId zone, Columns columns) {
        public Csv {
            if (separator >= 128 || separator == '"' || separator == '\n' || separator == '\r') {
                throw new IllegalArgumentException("a separator is one ASCII character, like ; or a tab");
            }
        }
    }

    /**
     * What the columns are called; {@code null} where there is none.
     *
     * @param text one or more, which become the lines of the text
     */
    public record Columns(
            String id,
            String time,
            List<String> text,
            @Nullable String author,
            @Nullable String followers,
            @Nullable String url,
            @Nullable String reposts,
            @Nullable String replies,
            @Nullable String likes,
            @Nullable String views) {
        public Columns {
            text = List.copyOf(text);
        }
    }
}
