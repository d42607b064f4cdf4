package io.tocsin.collector.connect.files;

import io.tocsin.collector.clean.CountReader;
import io.tocsin.collector.clean.DateReader;
import io.tocsin.collector.clean.Dated;
import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.FilesSettings.Columns;
import io.tocsin.collector.connect.FilesSettings.Csv;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.PostFile;
import io.tocsin.collector.post.PostLine;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table whose first line names its columns.
 *
 * @param header the names, in their order
 * @param now what relative times refer to
 */
record CsvTable(Csv settings, List<String> header, Instant now) implements RecordFormat {

    /**
     * Reads the names of the columns.
     *
     * @throws SourceException if the table lacks one that the configuration names
     */
    static CsvTable of(Path file, Csv settings, Instant now) throws IOException, SourceException {
        byte[] head = Content.head(file, PostFile.LINE_LIMIT);
        Passage start = Passage.of(head, Place.START, Cut.table(settings.separator()), settings.charset(), true);
        if (start.entries().isEmpty() || start.entries().getFirst().problem() != null) {
            throw unreadable("has no line of column names in " + settings.charset());
        }
        List<String> header = fields(start.entries().getFirst().text(), settings).stream()
                .map(String::strip)
                .toList();
        for (String column : named(settings.columns())) {
            if (!header.contains(column)) {
                throw unreadable("has no column '" + column + "' in its first line");
            }
        }
        return new CsvTable(settings, header, now);
    }

    @Override
    public Cut cut() {
        return Cut.table(settings.separator());
    }

    @Override
    public Charset charset() {
        return settings.charset();
    }

    @Override
    public Optional<PostLine> read(Passage.Entry entry) {
        if (entry.line() == 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(line(entry.line(), fields(entry.text(), settings)));
        } catch (SourceException broken) {
            return Optional.of(new PostLine.Bad(entry.line(), String.valueOf(broken.getMessage())));
        }
    }

    private PostLine line(long number, List<String> row) {
        Columns columns = settings.columns();
        String id = field(row, columns.id());
        Optional<Dated> time = Optional.ofNullable(field(row, columns.time()))
                .flatMap(text -> new DateReader(settings.zone(), now).read(text));
        if (id == null) {
            return new PostLine.Bad(number, "has nothing under '" + columns.id() + "'");
        }
        if (time.isEmpty()) {
            return new PostLine.Bad(number, "has no time under '" + columns.time() + "'");
        }
        return new PostLine.Good(number, post(id, time.get(), row));
    }

    private Post post(String id, Dated time, List<String> row) {
        Columns columns = settings.columns();
        String text = columns.text().stream()
                .flatMap(column -> Stream.ofNullable(field(row, column)))
                .collect(Collectors.joining("\n"));
        return Post.builder(settings.platform() + ":" + id, settings.platform(), TextCleaner.tidy(text), time.at())
                .precision(time.precision())
                .url(field(row, columns.url()))
                .author(author(row))
                .engagement(new Engagement(
                        count(row, columns.reposts()),
                        count(row, columns.replies()),
                        count(row, columns.likes()),
                        count(row, columns.views())))
                .build();
    }

    private @Nullable Author author(List<String> row) {
        String name = field(row, settings.columns().author());
        Long followers = count(row, settings.columns().followers());
        return name == null
                ? null
                : new Author(settings.platform() + ":" + name, name, null, followers, null, null, null);
    }

    private @Nullable Long count(List<String> row, @Nullable String column) {
        String text = field(row, column);
        return text == null ? null : CountReader.read(text).orElse(null);
    }

    private @Nullable String field(List<String> row, @Nullable String column) {
        int at = column == null ? -1 : header.indexOf(column);
        return at < 0 || at >= row.size() || row.get(at).isBlank()
                ? null
                : row.get(at).strip();
    }

    private static List<String> fields(String row, Csv settings) throws SourceException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(settings.separator())
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        try (CSVParser parser = CSVParser.parse(row, format)) {
            return parser.stream().flatMap(CSVRecord::stream).toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable("is no row of a table");
        }
    }

    private static List<String> named(Columns columns) {
        return Stream.concat(
                        columns.text().stream(),
                        Stream.of(
                                        Optional.of(columns.id()),
                                        Optional.of(columns.time()),
                                        Optional.ofNullable(columns.author()),
                                        Optional.ofNullable(columns.followers()),
                                        Optional.ofNullable(columns.url()),
                                        Optional.ofNullable(columns.reposts()),
                                        Optional.ofNullable(columns.replies()),
                                        Optional.ofNullable(columns.likes()),
                                        Optional.ofNullable(columns.views()))
                                .flatMap(Optional::stream))
                .toList();
    }

    private static SourceException unreadable(String what) {
        return new SourceException(Problem.Kind.UNREADABLE, what);
    }
}
