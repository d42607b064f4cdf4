package io.tocsin.collector.connect.files;

import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.PostLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One step of a round through the files: what it has read so far. */
final class Step {
    /** Whoever goes on writing into more files than this makes Tocsin read them again. */
    private static final int PLACES = 300;

    private final List<Post> posts = new ArrayList<>();
    private final Map<String, Place> files;
    private final Set<String> finished;
    private String done;
    private long troubles;
    private @Nullable String trouble;
    private int entries;

    /** Goes on where the last step ended; files that are no more are forgotten. */
    Step(Progress before, List<Listed> there) {
        files = new LinkedHashMap<>(before.files());
        files.keySet().retainAll(there.stream().map(Listed::name).collect(Collectors.toSet()));
        finished = new HashSet<>(before.finished());
        finished.retainAll(there.stream().map(Listed::mark).collect(Collectors.toSet()));
        done = before.done();
        troubles = before.troubles();
        trouble = before.trouble();
    }

    List<Post> posts() {
        return posts;
    }

    Progress progress() {
        return new Progress(done, files, finished, troubles, trouble);
    }

    boolean isFull() {
        return entries >= Passage.MOST;
    }

    boolean isAhead(Listed file) {
        return file.name().compareTo(done) > 0;
    }

    /** Whether the file was read to its end, as it is now. */
    boolean hasFinished(Listed file) {
        return file.mark().equals(place(file).mark()) || finished.contains(file.mark());
    }

    Place place(Listed file) {
        return files.getOrDefault(file.name(), Place.START);
    }

    void take(Listed file, Passage passage, RecordFormat format, Place after) {
        for (Passage.Entry entry : passage.entries()) {
            switch (format.line(entry).orElse(null)) {
                case null -> {}
                case PostLine.Good good -> posts.add(good.post());
                case PostLine.Bad bad -> blame(file.name() + ":" + bad.number() + ": " + bad.reason());
            }
        }
        entries += passage.entries().size();
        at(file, after);
    }

    /** Of files that were finished long ago, only that is remembered. */
    void at(Listed file, Place place) {
        files.put(file.name(), place);
        Iterator<Place> eldest = files.values().iterator();
        while (files.size() > PLACES && eldest.hasNext()) {
            String mark = eldest.next().mark();
            if (mark != null) {
                finished.add(mark);
                eldest.remove();
            }
        }
    }

    void past(Listed file) {
        done = file.name();
    }

    void blame(String what) {
        troubles++;
        trouble = trouble == null ? what : trouble;
    }
}
