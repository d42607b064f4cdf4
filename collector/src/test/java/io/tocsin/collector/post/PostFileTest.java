package io.tocsin.collector.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostFileTest {
    @TempDir
    private Path folder;

    @Test
    void goodAndBadLinesComeInOrderWithTheirNumbers() throws IOException {
        Path file = write(
                "posts.jsonl", bytes("\uFEFF" + line(1) + "\n\n{\n" + line(2) + "\r\n{\"id\":\"x:3\"}\n" + line(4)));

        assertThat(read(file))
                .containsExactly(
                        good(1, 1),
                        new PostLine.Bad(3, "is no JSON (column 2)"),
                        good(4, 2),
                        new PostLine.Bad(5, "has no platform"),
                        good(6, 4));
    }

    @Test
    void anEmptyFileHasNoLines() throws IOException {
        assertThat(read(write("posts.jsonl", new byte[0]))).isEmpty();
    }

    @Test
    void aLineOverTheLimitIsSkippedWithoutBeingKept() throws IOException {
        byte[] endless = new byte[PostFile.LINE_LIMIT * 3 + 1];
        Arrays.fill(endless, (byte) 'x');

        assertThat(read(write("posts.jsonl", endless, bytes("\n" + line(2)))))
                .containsExactly(
                        new PostLine.Bad(
                                1, "is " + endless.length + " bytes long; the limit is " + PostFile.LINE_LIMIT),
                        good(2, 2));
    }

    @Test
    void aLineThatIsNoUtf8IsReported() throws IOException {
        byte[] gbk = {'"', (byte) 0xC4, (byte) 0xE3, '"', '\n'};

        assertThat(read(write("posts.jsonl", gbk, bytes(line(2)))))
                .containsExactly(new PostLine.Bad(1, "is not UTF-8"), good(2, 2));
    }

    @Test
    void aGzipThatBreaksOffGivesItsLinesAndThenSaysSo() throws IOException {
        byte[] whole = gzip(lines(5_000));
        List<PostLine> lines = read(write("posts.jsonl.gz", Arrays.copyOf(whole, whole.length / 2)));

        assertThat(lines).hasSizeBetween(500, 4_500);
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(PostLine.Good.class::isInstance);
        assertThat(lines.getLast()).isInstanceOfSatisfying(PostLine.Bad.class, bad -> {
            assertThat(bad.number()).isEqualTo(lines.size());
            assertThat(bad.reason()).startsWith("cannot be read, the file breaks off here");
        });
    }

    @Test
    void aGzipThatIsDamagedInTheMiddleEndsThere() throws IOException {
        byte[] damaged = gzip(lines(5_000));
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 64, (byte) 0xFF);
        List<PostLine> lines = read(write("posts.jsonl.gz", damaged));

        assertThat(lines.getFirst()).isEqualTo(good(1, 0));
        assertThat(lines.getLast()).isInstanceOf(PostLine.Bad.class);
    }

    @Test
    void gzipsOneAfterTheOtherAreOneFile() throws IOException {
        assertThat(read(write("posts.jsonl.gz", gzip(line(1) + "\n"), gzip(line(2) + "\n"))))
                .containsExactly(good(1, 1), good(2, 2));
    }

    @Test
    void whatIsNoFileOrNoGzipCannotBeOpened() throws IOException {
        Path plain = write("posts.jsonl.gz", bytes(line(1)));

        assertThatThrownBy(() -> PostFile.open(plain)).isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> PostFile.open(folder.resolve("none.jsonl"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theBytesReadAreThoseOnDisk() throws IOException {
        Path file = write("posts.jsonl.gz", gzip(lines(5_000)));
        try (PostFile posts = PostFile.open(file)) {
            assertThat(posts.bytesRead()).isLessThan(Files.size(file));
            posts.forEachRemaining(line -> {});
            assertThat(posts.bytesRead()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void noBytesAtAllMakeItThrow() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            byte[] noise = bytes(lines(20));
            for (int hit = 0; hit < 10; hit++) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
            }
            List<PostLine> lines = read(write("noise.jsonl", noise));
            assertThat(lines).filteredOn(PostLine.Good.class::isInstance).hasSizeGreaterThanOrEqualTo(8);
        }
    }

    private static List<PostLine> read(Path file) throws IOException {
        List<PostLine> lines = new ArrayList<>();
        try (PostFile posts = PostFile.open(file)) {
            posts.forEachRemaining(lines::add);
        }
        return lines;
    }

    private Path write(String name, byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return Files.write(folder.resolve(name), all.toByteArray());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(text));
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> line(i) + "\n").reduce("", String::concat);
    }

    private static PostLine good(long number, int id) {
        return new PostLine.Good(number, post(id));
    }

    private static String line(int id) {
        return PostFormat.write(post(id));
    }

    private static Post post(int id) {
        String text = "文 " + new Random(id).nextLong();
        return Post.builder("x:" + id, "x", text, Instant.ofEpochSecond(1_700_000_000L + id))
                .build();
    }
}
