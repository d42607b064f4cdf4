package io.tocsin.collector.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostFormatTest {
    private static final String LEAST = """
            {"id":"x:1","platform":"x","text":"","created_at":"2026-01-01T00:00:00.000Z"}""";

    @Test
    void theLeastPostHasNoCountsAndNoAuthor() throws PostFormatException {
        Post post = PostFormat.read(LEAST);

        assertThat(post)
                .isEqualTo(Post.builder("x:1", "x", "", Instant.parse("2026-01-01T00:00:00Z"))
                        .build());
        assertThat(post.engagement()).isEqualTo(Engagement.UNKNOWN);
    }

    @Test
    void everyFieldIsReadAndUnknownOnesAreIgnored() throws PostFormatException {
        Post post = PostFormat.read("""
                {"id":"weibo:4051","platform":"weibo","url":"https://example.org/4051","text":"断网了\\n","language":"zh",
                 "author":{"id":"weibo:u12","handle":"h","name":"名","followers":1234,"verified":false,"location":"北京",
                           "created_at":"2020-01-01T08:00:00+08:00","mood":"bad"},
                 "created_at":"2026-01-01T08:00:00.123+08:00","precision":"hour","collected_at":"2026-01-01T00:00:05Z",
                 "in_reply_to":"weibo:1","repost_of":"weibo:2","copy_of":"bbs:7","root":"weibo:3",
                 "engagement":{"reposts":0,"replies":1,"likes":2,"views":null},"synthetic":true,"labels":{"a":[1]}}""");

        assertThat(post.createdAt()).isEqualTo("2026-01-01T00:00:00.123Z");
        assertThat(post.precision()).isEqualTo(Precision.HOUR);
        assertThat(post.collectedAt()).isEqualTo("2026-01-01T00:00:05Z");
        assertThat(post.author())
                .isEqualTo(
                        new Author("weibo:u12", "h", "名", 1234L, false, "北京", Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(post.engagement()).isEqualTo(new Engagement(0L, 1L, 2L, null));
        assertThat(post.synthetic()).isTrue();
        assertThat(post.copyOf()).isEqualTo("bbs:7");
        assertThat(PostFormat.read(PostFormat.write(post))).isEqualTo(post);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                                    | is no JSON (column 2)",
                "[]                                                                   | is no JSON object",
                "{\"platform\":\"x\",\"text\":\"\",\"created_at\":\"2026-01-01T00:00:00Z\"}   | has no id",
                "{\"id\":\" \",\"platform\":\"x\",\"text\":\"\",\"created_at\":\"2026-01-01T00:00:00Z\"} | has an empty id",
                "{\"id\":\"x:1\",\"text\":\"\",\"created_at\":\"2026-01-01T00:00:00Z\"}       | has no platform",
                "{\"id\":\"x:1\",\"platform\":\"x\",\"created_at\":\"2026-01-01T00:00:00Z\"} | has no text",
                "{\"id\":\"x:1\",\"platform\":\"x\",\"text\":null,\"created_at\":\"2026-01-01T00:00:00Z\"} | has no text",
                "{\"id\":\"x:1\",\"platform\":\"x\",\"text\":\"\"}                            | has no created_at",
                "{\"id\":1,\"platform\":\"x\",\"text\":\"\",\"created_at\":\"2026-01-01T00:00:00Z\"} | id must be a string",
            })
    void aBrokenPostSaysWhatIsMissing(String json, String reason) {
        assertThatThrownBy(() -> PostFormat.read(json))
                .isInstanceOf(PostFormatException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-01-01",
                "2026-01-01T00:00:00",
                "2026-13-01T00:00:00Z",
                "1767225600",
                "+999999999-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z"
            })
    void aBrokenTimeIsToldApart(String time) {
        assertThatThrownBy(() -> PostFormat.read(LEAST.replace("2026-01-01T00:00:00.000Z", time)))
                .isInstanceOf(PostFormatException.class)
                .hasMessageStartingWith("created_at must be a time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"engagement\":{\"likes\":-1}        | engagement.likes must be a whole number from 0 on",
                "\"engagement\":{\"likes\":\"12\"}      | engagement.likes must be a whole number from 0 on",
                "\"engagement\":{\"likes\":1e99}      | engagement.likes must be a whole number from 0 on",
                "\"engagement\":3                   | engagement must be an object",
                "\"author\":{\"handle\":\"h\"}          | has no author.id",
                "\"author\":{\"id\":\"a\",\"verified\":1} | author.verified must be true or false",
                "\"url\":{}                         | url must be a string",
                "\"precision\":\"eon\"              | precision must be minute, hour, day, week, month or year",
            })
    void aBrokenOptionalFieldIsNamed(String field, String reason) {
        assertThatThrownBy(() -> PostFormat.read(LEAST.replace("}", "," + field + "}")))
                .isInstanceOf(PostFormatException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "        , 2026-01-01T09:00:00Z, 2026-01-01T00:00:00Z",
        "        , 2025-12-31T23:00:00Z, 2025-12-31T23:00:00Z",
        "DAY     , 2026-01-01T09:00:00Z, 2026-01-01T09:00:00Z",
        "DAY     , 2026-01-02T00:00:00Z, 2026-01-01T00:00:00Z",
        "MINUTE  , 2026-01-01T00:00:59Z, 2026-01-01T00:00:59Z",
        "MINUTE  , 2026-01-01T00:01:00Z, 2026-01-01T00:00:00Z",
        "DAY     ,                     , 2026-01-01T00:00:00Z",
    })
    void aPostWasWrittenWhenItBecameKnownUnlessItsTimeSaysMore(
            @Nullable Precision precision, @Nullable Instant collected, Instant written) throws PostFormatException {
        Post post = PostFormat.read(LEAST).toBuilder()
                .precision(precision)
                .collectedAt(collected)
                .build();

        assertThat(post.writtenAt()).isEqualTo(written);
    }

    @Test
    void whatIsBrokenIsNotQuoted() {
        assertThatThrownBy(() -> PostFormat.read("{\"text\":\"my secret\" my secret}"))
                .message()
                .doesNotContain("secret");
    }

    @Test
    void randomPostsSurviveTheWayThere() throws PostFormatException {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Post post = randomPost(random);
            String line = PostFormat.write(post);
            assertThat(line).doesNotContain("\n", "null");
            assertThat(PostFormat.read(line)).isEqualTo(post);
        }
    }

    private static Post randomPost(Random random) {
        return Post.builder(word(random) + "a", word(random) + "b", word(random), time(random))
                .url(random.nextBoolean() ? word(random) : null)
                .author(random.nextBoolean() ? Author.of(word(random) + "c", word(random)) : null)
                .precision(random.nextBoolean() ? Precision.HOUR : null)
                .collectedAt(random.nextBoolean() ? time(random) : null)
                .root(random.nextBoolean() ? word(random) : null)
                .engagement(new Engagement(null, random.nextLong(1_000), null, random.nextLong(Long.MAX_VALUE)))
                .synthetic(random.nextBoolean())
                .build();
    }

    private static String word(Random random) {
        String letters = "aä中\n\"\\\t😀 \u2028";
        return random.ints(random.nextInt(12), 0, letters.codePointCount(0, letters.length()))
                .map(i -> letters.codePointAt(letters.offsetByCodePoints(0, i)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Instant time(Random random) {
        return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
    }
}
