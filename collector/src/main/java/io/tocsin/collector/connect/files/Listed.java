package io.tocsin.collector.connect.files;

import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * A file of posts, as it was found.
 *
 * @param name its way from the folder, with {@code /} between folders
 * @param size in bytes, as it lies on the disk
 * @param mark changes when the file does
 */
record Listed(Path path, String name, long size, Instant written, String mark) {
    private static final String PACKED = ".gz";
    private static final List<String> ENDINGS = List.of(".csv", ".jsonl", ".ndjson");

    boolean isPacked() {
        return isPacked(path);
    }

    static boolean isPacked(Path path) {
        return lower(path).endsWith(PACKED);
    }

    boolean isTable() {
        return content(path).endsWith(".csv");
    }

    /**
     * The file, or the files in the folder and those in it, in the order of their names.
     *
     * @throws SourceException if there is nothing, or it cannot be read
     */
    static List<Listed> under(Path path) throws SourceException {
        try {
            Finder finder = new Finder(path);
            Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, finder);
            finder.found.sort(Comparator.comparing(Listed::name));
            return finder.found;
        } catch (IOException e) {
            boolean there = Files.exists(path);
            throw new SourceException(
                    there ? Problem.Kind.ACCESS : Problem.Kind.MISSING,
                    there
                            ? path + " cannot be read. Let the user that runs Tocsin read it, and all folders in it."
                            : "There is no file or folder " + path + ". Correct 'path', or create it.",
                    null,
                    e);
        }
    }

    private static String lower(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** The name of what is in the file. */
    private static String content(Path path) {
        String name = lower(path);
        return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path start;
        private final List<Listed> found = new ArrayList<>();

        Finder(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            boolean named = file.equals(start);
            if (is.isRegularFile() && (named || ENDINGS.stream().anyMatch(content(file)::endsWith))) {
                String name = named ? String.valueOf(file.getFileName()) : relative(file);
                Instant written = is.lastModifiedTime().toInstant();
                String mark = Print.of(name + '\n' + is.size() + '\n' + written);
                found.add(new Listed(file, name, is.size(), written, mark));
            }
            return FileVisitResult.CONTINUE;
        }

        private String relative(Path file) {
            return start.relativize(file).toString().replace('\\', '/');
        }

        /** A file that vanished meanwhile and a link in a circle are no trouble; a folder that keeps its files back is. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            boolean harmless = failure instanceof FileSystemLoopException || !Files.exists(file);
            if (file.equals(start) || !harmless) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
