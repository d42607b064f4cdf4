package io.tocsin.collector.connect.files;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.CursorFormat;
import io.tocsin.collector.connect.FilesSettings;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.post.PostFile;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    /** After so long, what stands at the end of a file without a line end is not still being written. */
    private static final Duration CALM = Duration.ofMinutes(1);

    private final FilesSettings settings;
    private final Content content = new Content();

    public FilesConnector(FilesSettings settings) {
        this.settings = settings;
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        List<Listed> files = Listed.under(settings.path());
        Step step = new Step(CURSORS.read(cursor), files);
        for (Listed file : files) {
            if (step.isAhead(file)) {
                readOn(file, step, now);
                if (step.isFull()) {
                    return new Harvest(step.posts(), CURSORS.write(step.progress()), true);
                }
                step.past(file);
            }
        }
        Progress round = step.progress();
        return new Harvest(step.posts(), CURSORS.write(round.again()), false, round.problem());
    }

    /** Reads on until the file has no more, or the step has enough. */
    private void readOn(Listed file, Step step, Instant now) {
        boolean calm = file.written().plus(CALM).isBefore(now);
        if ((file.isPacked() && !calm) || step.hasFinished(file)) {
            return;
        }
        try {
            Place place = begin(file, step.place(file));
            boolean more = file.isPacked() || file.size() > place.offset();
            RecordFormat format = more ? format(file, now) : new JsonLines();
            while (more && !step.isFull()) {
                Passage passage = passage(file, place, format, calm);
                more = !passage.entries().isEmpty();
                place = Place.after(passage, file);
                step.take(file, passage, format, place);
            }
            if (!more && (file.isPacked() || place.offset() >= file.size())) {
                step.at(file, place.marked(file.mark()));
            }
        } catch (IOException e) {
            step.blame(file.name() + " cannot be read: " + e.getClass().getSimpleName());
        } catch (SourceException e) {
            step.blame(file.name() + " " + e.getMessage());
        }
    }

    private Passage passage(Listed file, Place place, RecordFormat format, boolean calm) throws IOException {
        byte[] bytes = content.bytes(file.path(), place.offset(), PostFile.LINE_LIMIT);
        return Passage.of(bytes, place, format.cut(), format.charset(), calm);
    }

    private Place begin(Listed file, Place place) throws IOException {
        if (place.isIn(file)) {
            return place;
        }
        log.info(
                "A file of source {} was replaced or cut; it is read again",
                settings.polling().name());
        return Place.START;
    }

    private RecordFormat format(Listed file, Instant now) throws IOException, SourceException {
        if (!file.isTable()) {
            return new JsonLines();
        }
        if (settings.csv() == null) {
            throw new SourceException(
                    Problem.Kind.UNREADABLE, "is a table, but the source has no 'csv' that says what its columns mean");
        }
        return CsvTable.of(file.path(), settings.csv(), now);
    }
}
