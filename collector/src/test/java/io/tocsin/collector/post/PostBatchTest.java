package io.tocsin.collector.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostBatchTest {

    @Test
    void oneObjectIsOnePost() throws PostFormatException {
        assertThat(PostBatch.ofJson(bytes("\n " + post(7) + " \n"))).containsExactly(good(1, 7));
    }

    @Test
    void anArrayIsManyAndABadOneDoesNoHarmToTheOthers() throws PostFormatException {
        String body = "[" + post(1) + ", 5, null, {\"id\": \"x:2\"}, [], " + post(3) + "]";

        assertThat(PostBatch.ofJson(bytes(body)))
                .containsExactly(
                        good(1, 1),
                        new PostLine.Bad(2, "is no JSON object"),
                        new PostLine.Bad(3, "is no JSON object"),
                        new PostLine.Bad(4, "has no platform"),
                        new PostLine.Bad(5, "is no JSON object"),
                        good(6, 3));
        assertThat(PostBatch.ofJson(bytes("[]"))).isEmpty();
    }

    @Test
    void aPostInAnArrayIsNoLongerThanALine() throws PostFormatException {
        String huge = post(2).replace("text 2", "很".repeat(PostFile.LINE_LIMIT / 3));
        List<PostLine> batch = PostBatch.ofJson(bytes("[" + huge + "," + post(3) + "]"));

        assertThat(batch).last().isEqualTo(good(2, 3));
        assertThat(batch)
                .first()
                .isInstanceOfSatisfying(
                        PostLine.Bad.class,
                        bad -> assertThat(bad.reason()).matches("is \\d+ bytes long; the limit is 1048576"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`` ; is empty",
                "{\"id\": ; is no JSON (line 1",
                "[{\"id\":\"x:1\"}, ; is no JSON (line 1",
                "[{\"id\":\"x:1\"} {\"id\" ; is no JSON (line 1",
                "[] [] ; goes on after its end (line 1",
                "{} {} ; goes on after its end (line 1",
                "nonsense ; is no JSON (line 1"
            })
    void whatIsNoJsonAsAWholeIsRefusedAsAWhole(String body, String reason) {
        assertThatThrownBy(() -> PostBatch.ofJson(bytes(body)))
                .isInstanceOf(PostFormatException.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void aPitOfBracketsIsRefused() {
        String pit = "[".repeat(100_000);

        assertThatThrownBy(() -> PostBatch.ofJson(bytes(pit)))
                .isInstanceOf(PostFormatException.class)
                .hasMessage("is no JSON");
        assertThat(PostBatch.ofLines(bytes(pit))).containsExactly(new PostLine.Bad(1, "is no JSON"));
    }

    @Test
    void linesAreReadAsInAFile() throws PostFormatException {
        assertThat(PostBatch.ofLines(bytes(post(1) + "\n\n{\n" + post(4))))
                .containsExactly(good(1, 1), new PostLine.Bad(3, "is no JSON (column 2)"), good(4, 4));
    }

    private static PostLine good(long number, int id) throws PostFormatException {
        return new PostLine.Good(number, PostFormat.read(post(id)));
    }

    private static String post(int id) {
        return "{\"id\":\"x:%1$d\",\"platform\":\"x\",\"text\":\"text %1$d\",\"created_at\":\"2026-01-01T00:00:00Z\"}"
                .formatted(id);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
