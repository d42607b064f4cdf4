package io.tocsin.collector.connect.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.collector.connect.FilesSettings;
import io.tocsin.collector.connect.FilesSettings.Columns;
import io.tocsin.collector.connect.FilesSettings.Csv;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.Precision;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState.Health;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesConnectorTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path folder;

    private Polls polls = new Polls(new FilesSettings(Polls.polling(), Path.of("unused"), null));

    @AfterEach
    void end() {
        polls.close();
    }

    @Test
    void readsTheFilesOfAFolderAndThenWhatIsAdded() throws IOException {
        polls = new Polls(new FilesSettings(Polls.polling(), folder, null));
        write("a.jsonl", json(1) + json(2));
        write("b.ndjson", json(3));
        write("notes.txt", "not ours");

        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:1", "p:2", "p:3");
        assertThat(polls.poll()).isEmpty();
        append("a.jsonl", json(4));
        write("c.jsonl", json(5));

        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:4", "p:5");
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aFileOfManyPostsIsReadInSteps() throws IOException {
        polls = new Polls(new FilesSettings(Polls.polling(), folder.resolve("a.jsonl"), null));
        write(
                "a.jsonl",
                String.join(
                        "",
                        IntStream.range(0, 1_300)
                                .mapToObj(FilesConnectorTest::json)
                                .toList()));

        assertThat(polls.poll()).hasSize(1_300).doesNotHaveDuplicates();
    }

    @Test
    void aLineIsReadWhenItIsComplete() throws IOException {
        polls = new Polls(new FilesSettings(Polls.polling(), folder, null));
        String line = json(1);
        write("a.jsonl", line.substring(0, 20));
        assertThat(polls.poll()).isEmpty();
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);

        append("a.jsonl", line.substring(20).stripTrailing());
        assertThat(polls.poll()).isEmpty();
        lastWritten("a.jsonl", polls.now().minus(Duration.ofMinutes(2)));

        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:1");
        append("a.jsonl", "\n" + json(2));
        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:2");
    }

    @Test
    void aFileThatWasReplacedCutOrEditedIsReadAgain() throws IOException {
        polls = new Polls(new FilesSettings(Polls.polling(), folder, null));
        write("a.jsonl", json(1) + json(2) + json(3));
        polls.poll();

        write("a.jsonl", json(4));
        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:4");
        write("a.jsonl", json(5) + json(6));
        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:5", "p:6");
        write("a.jsonl", json(5).replace("text 5", "longer text 5") + json(6) + json(7));
        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:5", "p:6", "p:7");
    }

    @Test
    void badLinesAreReportedWithFileAndLineAndStopNothing() throws IOException {
        polls = new Polls(new FilesSettings(Polls.polling(), folder, null));
        write("a.jsonl", json(1) + "secret words\n\n{\"id\":\"p:9\"}\n" + json(2));
        write("b.jsonl", json(3));
        write("c.jsonl", "x".repeat(1_100_000) + "\n" + json(4));

        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:1", "p:2", "p:3", "p:4");
        assertThat(problem().kind()).isEqualTo(Problem.Kind.UNREADABLE);
        assertThat(problem().message())
                .startsWith("a.jsonl:2: is no JSON")
                .contains("3 more")
                .doesNotContain("secret");
        polls.pass(Duration.ofHours(1));
        assertThat(polls.poll()).isEmpty();
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aTableIsReadByTheNamesOfItsColumns() throws IOException {
        polls = polls(csv(',', StandardCharsets.UTF_8));
        write("a.csv", "\uFEFF" + """
                when,no,"what",title,who,fans,loves
                2026-03-01 18:00,7,"It ""burns"",
                again",Phone,Lin,"1.2万",3
                """.replace("\n", "\r\n"));

        assertThat(polls.poll())
                .containsExactly(Post.builder(
                                "calls:7",
                                "calls",
                                "Phone\nIt \"burns\",\nagain",
                                Instant.parse("2026-03-01T10:00:00Z"))
                        .author(new Author("calls:Lin", "Lin", null, 12_000L, null, null, null))
                        .precision(Precision.MINUTE)
                        .engagement(new Engagement(null, null, 3L, null))
                        .collectedAt(Polls.NOON)
                        .build());
        append("a.csv", """
                2026-03-01 18:01,8,"5"" screen, off",T,,,
                2026-03-01 18:02,9,a 6" one,T,,,
                """);
        assertThat(polls.poll()).extracting(Post::text).containsExactly("T\n5\" screen, off", "T\na 6\" one");
    }

    @Test
    void tablesOfOtherCharsetsAndSeparatorsAreRead() throws IOException {
        polls = polls(csv(';', GB18030));
        Files.write(
                folder.resolve("a.csv"), "no;when;title;what;who;fans;loves\n1;3分钟前;宽带;断网了;林;;\n".getBytes(GB18030));

        assertThat(polls.poll())
                .extracting(Post::text, Post::createdAt)
                .containsExactly(tuple("宽带\n断网了", Polls.NOON.minus(Duration.ofMinutes(3))));
    }

    @Test
    void rowsThatAreNoPostsAreReported() throws IOException {
        polls = polls(csv(',', StandardCharsets.UTF_8));
        write("a.csv", """
                no,when,title,what,who,fans,loves
                ,2026-03-01,t,x,,,
                2,some day,t,x,,,
                3,2026-03-01,t,x,,,
                """);

        assertThat(polls.poll()).extracting(Post::id).containsExactly("calls:3");
        assertThat(problem().message())
                .startsWith("a.csv:2: has nothing under 'no'")
                .contains("1 more");
    }

    @Test
    void aTableWithoutItsColumnsIsReportedUntilItHasThemAndHoldsUpNoOther() throws IOException {
        polls = polls(csv(',', StandardCharsets.UTF_8));
        write("a.csv", "no,when,what\n1,2026-03-01,x\n");
        write("b.jsonl", json(1));

        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:1");
        assertThat(problem().message()).contains("a.csv has no column 'title'");
        write("a.csv", "no,when,title,what,who,fans,loves\n1,2026-03-01,t,x,,,\n");
        polls.pass(Duration.ofHours(1));
        assertThat(polls.poll()).extracting(Post::id).containsExactly("calls:1");
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aTableThatNobodyExplainedIsReported() throws IOException {
        polls = new Polls(new FilesSettings(Polls.polling(), folder, null));
        write("a.csv", "no,when\n");

        polls.poll();

        assertThat(problem().message()).contains("a.csv is a table").contains("'csv'");
    }

    @Test
    void foldersInTheFolderAreReadToo() throws IOException {
        polls = new Polls(new FilesSettings(Polls.polling(), folder, null));
        Files.createDirectories(folder.resolve("2026/03"));
        write("2026/03/a.jsonl", json(2));
        write("2026/b.jsonl", json(3) + "nonsense\n");
        write("a.jsonl", json(4));
        write("2026/03/a.txt", "not ours");
        Files.createSymbolicLink(folder.resolve("2026/again"), folder);

        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:2", "p:3", "p:4");
        assertThat(problem().message()).startsWith("2026/b.jsonl:2: is no JSON");
        append("2026/03/a.jsonl", json(5));
        polls.pass(Duration.ofHours(1));
        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:5");
    }

    @Test
    void packedFilesAreReadOnceNothingIsWrittenToThemAnyMore() throws IOException {
        polls = polls(csv(',', StandardCharsets.UTF_8));
        String many =
                IntStream.range(0, 20_000).mapToObj(FilesConnectorTest::json).collect(Collectors.joining());
        pack("a.jsonl.gz", many);
        pack("b.csv.gz", "no,when,title,what,who,fans,loves\n1,2026-03-01,t,x,,,\n2,2026-03-01,t,y,,,");
        assertThat(polls.poll()).isEmpty();

        polls.pass(Duration.ofMinutes(5));
        assertThat(polls.poll()).hasSize(20_002).extracting(Post::id).doesNotHaveDuplicates();
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
        assertThat(polls.poll()).isEmpty();
        pack("a.jsonl.gz", json(1) + json(20_000));
        polls.pass(Duration.ofMinutes(5));
        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:1", "p:20000");
    }

    @Test
    void aPackedFileThatBreaksOffIsReportedAndReadWhenItIsWhole() throws IOException {
        polls = new Polls(new FilesSettings(Polls.polling(), folder, null));
        byte[] whole = packed(json(1) + json(2));
        Files.write(folder.resolve("a.jsonl.gz"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(folder.resolve("b.jsonl.gz"), "not packed");
        write("c.jsonl", json(3));
        for (String name : List.of("a.jsonl.gz", "b.jsonl.gz")) {
            lastWritten(name, polls.now().minus(Duration.ofMinutes(2)));
        }

        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:3");
        assertThat(problem().message())
                .startsWith("a.jsonl.gz cannot be read: EOFException")
                .contains("1 more");

        Files.write(folder.resolve("a.jsonl.gz"), whole);
        Files.delete(folder.resolve("b.jsonl.gz"));
        lastWritten("a.jsonl.gz", polls.now());
        polls.pass(Duration.ofHours(1));
        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:1", "p:2");
        assertThat(polls.state().health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aFolderOfThousandsOfFilesIsReadOnceAndItsCursorStaysShort() throws IOException {
        int many = 12_000;
        polls = new Polls(new FilesSettings(Polls.polling(), folder, null));
        for (int i = 0; i < many; i++) {
            write("call-%05d.jsonl".formatted(i), json(i));
        }

        assertThat(polls.poll()).hasSize(many).doesNotHaveDuplicates();
        assertThat(polls.state().cursor().value()).hasSizeLessThan(20 * many);
        assertThat(polls.poll()).isEmpty();
        write("call-00007.jsonl", json(many));
        write("call-99999.jsonl", json(many + 1));
        assertThat(polls.poll()).extracting(Post::id).containsExactly("p:" + many, "p:" + (many + 1));
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        polls = new Polls(new FilesSettings(Polls.polling(), folder.resolve("gone"), null));

        polls.poll();

        assertThat(problem().kind()).isEqualTo(Problem.Kind.MISSING);
        assertThat(problem().message()).contains("gone");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyRowArrivesOnceInWhateverPiecesItIsWritten(long seed) throws IOException {
        polls = polls(csv(',', StandardCharsets.UTF_8));
        Random random = new Random(seed);
        StringBuilder table = new StringBuilder("no,when,title,what,who,fans,loves\n");
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            ids.add("calls:" + row);
            String text = "\"" + "断\n,\"\"网".repeat(random.nextInt(5)) + "\"";
            table.append(row).append(",2026-03-01 10:00,t,").append(text).append(",,,\n");
        }
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        Files.createFile(folder.resolve("a.csv"));
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(500));
            Files.write(folder.resolve("a.csv"), Arrays.copyOfRange(bytes, from, to), StandardOpenOption.APPEND);
            lastWritten("a.csv", polls.now());
            polls.poll();
            polls.pass(Duration.ofMinutes(10));
            from = to;
        }

        assertThat(polls.arrived()).extracting(Post::id).containsExactlyElementsOf(ids);
    }

    private Polls polls(Csv csv) {
        polls.close();
        return new Polls(new FilesSettings(Polls.polling(), folder, csv));
    }

    private static Csv csv(char separator, Charset charset) {
        Columns columns =
                new Columns("no", "when", List.of("title", "what"), "who", "fans", null, null, null, "loves", null);
        return new Csv("calls", charset, separator, ZoneId.of("Asia/Shanghai"), columns);
    }

    private Problem problem() {
        assertThat(polls.state().health()).isEqualTo(Health.FAILING);
        return Objects.requireNonNull(polls.state().problem());
    }

    private static String json(int id) {
        return "{\"id\":\"p:%d\",\"platform\":\"p\",\"text\":\"text %d\",\"created_at\":\"2026-03-01T10:00:00Z\"}\n"
                .formatted(id, id);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        lastWritten(name, polls.now());
    }

    private void pack(String name, String text) throws IOException {
        Files.write(folder.resolve(name), packed(text));
        lastWritten(name, polls.now());
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void append(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardOpenOption.APPEND);
        lastWritten(name, polls.now());
    }

    private void lastWritten(String name, Instant time) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(time));
    }
}
