package io.tocsin.collector.connect.files;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.CursorFormat;
import io.tocsin.collector.connect.FilesSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.PostLine;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was added to files since, one after the other in the order of their names. A file that was replaced, cut or
 * edited where it was read already is read again from its beginning: a post that comes twice does no harm.
 *
 * <p>A bad line stops nothing: it is reported when the round through the files is over.
 */
public final class FilesConnector implements Connector {
    private static final Logger log = LoggerFactory.getLogger(FilesConnector.class);
    private static final CursorFormat<Progress> CURSORS = new CursorFormat<>(Progress.class, Progress.START);
    private static final List<String> ENDINGS = List.of(".csv", ".jsonl", ".ndjson");
    /** After so long, what stands at the end of a file without a line end is not still being written. */
    private static final Duration CALM = Duration.ofMinutes(1);

    private final FilesSettings settings;

    public FilesConnector(FilesSettings settings) {
        this.settings = settings;
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        List<Path> files = files();
        Progress progress = CURSORS.read(cursor)
                .among(files.stream().map(FilesConnector::name).toList());
        for (Path file : files) {
            if (!progress.isAhead(name(file))) {
                continue;
            }
            try {
                Optional<Harvest> step = readOn(file, progress, now);
                if (step.isPresent()) {
                    return step.get();
                }
            } catch (IOException e) {
                progress = progress.blaming(
                        name(file) + " cannot be read: " + e.getClass().getSimpleName());
            } catch (SourceException e) {
                progress = progress.blaming(name(file) + " " + e.getMessage());
            }
            progress = progress.past(name(file));
        }
        return new Harvest(List.of(), CURSORS.write(progress.again()), false, progress.problem());
    }

    /** The next posts of a file; nothing if it has no more. */
    private Optional<Harvest> readOn(Path file, Progress progress, Instant now) throws IOException, SourceException {
        Place place = progress.place(name(file));
        if (!place.isIn(file)) {
            log.info(
                    "A file of source {} was replaced or cut; it is read again",
                    settings.polling().name());
            place = Place.START;
        }
        if (Files.size(file) == place.offset()) {
            return Optional.empty();
        }
        RecordFormat format = format(file, now);
        Instant written = Files.getLastModifiedTime(file).toInstant();
        boolean finished = written.plus(CALM).isBefore(now);
        Passage passage = Passage.read(file, place, format.cut(), format.charset(), finished);
        if (passage.entries().isEmpty()) {
            return Optional.empty();
        }
        Progress after = progress.at(name(file), Place.after(passage, file));
        return Optional.of(step(name(file), passage, format, after));
    }

    private static Harvest step(String name, Passage passage, RecordFormat format, Progress after) {
        List<Post> posts = new ArrayList<>();
        Progress progress = after;
        for (Passage.Entry entry : passage.entries()) {
            switch (format.line(entry).orElse(null)) {
                case null -> {}
                case PostLine.Good good -> posts.add(good.post());
                case PostLine.Bad bad -> progress = progress.blaming(name + ":" + bad.number() + ": " + bad.reason());
            }
        }
        return new Harvest(posts, CURSORS.write(progress), true);
    }

    private RecordFormat format(Path file, Instant now) throws IOException, SourceException {
        if (!lower(file).endsWith(".csv")) {
            return new JsonLines();
        }
        if (settings.csv() == null) {
            throw new SourceException(
                    Problem.Kind.UNREADABLE, "is a table, but the source has no 'csv' that says what its columns mean");
        }
        return CsvTable.of(file, settings.csv(), now);
    }

    private List<Path> files() throws SourceException {
        Path path = settings.path();
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(file -> ENDINGS.stream().anyMatch(lower(file)::endsWith) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(FilesConnector::name))
                    .toList();
        } catch (IOException e) {
            boolean there = Files.exists(path);
            throw new SourceException(
                    there ? Problem.Kind.ACCESS : Problem.Kind.MISSING,
                    there
                            ? path + " cannot be read. Let the user that runs Tocsin read it."
                            : "There is no file or folder " + path + ". Correct 'path', or create it.",
                    null,
                    e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String lower(Path file) {
        return name(file).toLowerCase(Locale.ROOT);
    }
}
