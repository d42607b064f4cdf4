package io.tocsin.app.cli;

import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.PostFile;
import io.tocsin.collector.post.PostLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of posts as a command reads it: bad lines are reported and counted, and the rest is used. */
final class PostInput implements AutoCloseable {
    /** So many bad lines are reported one by one; after that they are only counted. */
    private static final int REPORTED = 100;

    private final Path path;
    private final PostFile file;
    private final PrintWriter report;
    private long good;
    private long bad;

    /** @throws IOException with a message for people, if the file cannot be opened */
    PostInput(Path path, PrintWriter report) throws IOException {
        this.path = path;
        this.report = report;
        this.file = open(path);
    }

    /** The next good line, or empty at the end. */
    Optional<PostLine.Good> next() {
        while (file.hasNext()) {
            switch (file.next()) {
                case PostLine.Good line -> {
                    good++;
                    return Optional.of(line);
                }
                case PostLine.Bad line -> report(line);
            }
        }
        report.flush();
        return Optional.empty();
    }

    /** Up to so many posts; fewer only at the end. */
    List<PostLine.Good> next(int most) {
        List<PostLine.Good> lines = new ArrayList<>(most);
        for (Optional<PostLine.Good> line = next(); line.isPresent(); line = next()) {
            lines.add(line.get());
            if (lines.size() == most) {
                break;
            }
        }
        return lines;
    }

    /** All posts that are left. */
    List<Post> rest() {
        List<Post> posts = new ArrayList<>();
        for (Optional<PostLine.Good> line = next(); line.isPresent(); line = next()) {
            posts.add(line.get().post());
        }
        return posts;
    }

    long bytesRead() {
        return file.bytesRead();
    }

    /** 0, or 1 if there was not a single post. */
    int exitCode() {
        return good > 0 ? 0 : 1;
    }

    String summary() {
        return bad == 0 ? "%,d posts".formatted(good) : "%,d posts, %,d bad lines skipped".formatted(good, bad);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void report(PostLine.Bad line) {
        bad++;
        if (bad <= REPORTED) {
            report.println(path + ":" + line.number() + ": " + line.reason());
        } else if (bad == REPORTED + 1) {
            report.println(path + ": more bad lines follow; they are skipped and counted");
        }
    }

    private static PostFile open(Path path) throws IOException {
        try {
            return PostFile.open(path);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + path, e);
        } catch (IOException e) {
            throw new IOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
