package io.tocsin.analyzer.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads one dictionary file, and collects everything that is wrong with it. */
final class DictionaryFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Charset CHINESE = Charset.forName("GB18030");

    private final String file;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Entity> names = new ArrayList<>();
    private final Set<String> spoken = new LinkedHashSet<>();
    private final Map<String, String> slang = new LinkedHashMap<>();

    private DictionaryFile(String file) {
        this.file = file;
    }

    /** @throws DictionaryException with every problem */
    static Dictionary read(Path path) {
        return read(path.toString(), bytes(path));
    }

    /** A dictionary that comes with Tocsin. */
    static Dictionary resource(String name) {
        try (InputStream in = Objects.requireNonNull(DictionaryFile.class.getResourceAsStream(name), name)) {
            return read(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of the analyzer is damaged", e);
        }
    }

    private static Dictionary read(String name, byte[] content) {
        DictionaryFile file = new DictionaryFile(name);
        List<String> all = file.text(content).lines().toList();
        for (int i = 0; i < all.size(); i++) {
            file.line(i + 1, all.get(i).strip());
        }
        if (!file.problems.isEmpty()) {
            throw new DictionaryException(file.problems);
        }
        return new Dictionary(file.names, file.spoken, file.slang);
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new DictionaryException(List.of(path + ": there is no such file"));
        } catch (IOException e) {
            throw new DictionaryException(List.of(path + ": cannot be read: " + e.getMessage()));
        }
    }

    private String text(byte[] content) {
        CharBuffer text = CharBuffer.allocate(content.length);
        ByteBuffer rest = ByteBuffer.wrap(content);
        if (StandardCharsets.UTF_8.newDecoder().decode(rest, text, true).isError()) {
            throw new DictionaryException(List.of(file + ":" + line(content, rest.position()) + ": is not UTF-8"
                    + guess(content) + "; save the file as UTF-8"));
        }
        String all = text.flip().toString();
        return all.startsWith(BYTE_ORDER_MARK) ? all.substring(1) : all;
    }

    private static long line(byte[] content, int place) {
        return 1 + IntStream.range(0, place).filter(i -> content[i] == '\n').count();
    }

    private static String guess(byte[] content) {
        boolean utf16 = content.length > 1 && (content[0] & content[1] & 0xFE) == 0xFE;
        if (utf16) {
            return " but UTF-16";
        }
        try {
            CHINESE.newDecoder().decode(ByteBuffer.wrap(content));
            return ", it looks like GBK";
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private void line(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        try {
            DictionaryLine entry = DictionaryLine.read(line);
            entry.spellings().forEach(spelling -> claim(spelling, number));
            add(entry);
        } catch (IllegalArgumentException e) {
            problems.add(file + ":" + number + ": " + e.getMessage());
        }
    }

    private void claim(String spelling, int number) {
        Integer earlier = lines.putIfAbsent(spelling.toLowerCase(Locale.ROOT), number);
        if (earlier != null) {
            throw new IllegalArgumentException(
                    "\"" + spelling + "\" stands in line " + earlier + " already; keep one of the two");
        }
    }

    private void add(DictionaryLine entry) {
        for (String spelling : entry.spellings()) {
            Entity.Kind kind = entry.kind();
            if (kind == null) {
                slang.put(spelling, entry.name());
            } else {
                names.add(new Entity(kind, spelling, entry.name()));
            }
        }
        if (entry.spoken()) {
            entry.spellings().stream().filter(Dictionary::canBeSpoken).forEach(spoken::add);
        }
    }
}
