package io.tocsin.collector.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final String URL = "https://example.org/api?token=s3cret";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-03-01T12:00:00.457Z\"     | 2026-03-01T12:00:00.457Z",
                "\"2026-03-01T20:00:00+08:00\"    | 2026-03-01T12:00:00Z",
                "\"2026-03-01T12:00:00.123456\"   | 2026-03-01T12:00:00Z",
                "1772366400                       | 2026-03-01T12:00:00Z",
                "1772366400.0                     | 2026-03-01T12:00:00Z",
                "1772366400457                    | 2026-03-01T12:00:00.457Z",
                "\"1772366400\"                   | 2026-03-01T12:00:00Z"
            })
    void readsTimesAsPlatformsWriteThem(String value, Instant time) throws SourceException {
        assertThat(json("{\"at\":" + value + "}").time("at")).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday-ish\"", "-5", "1e300", "true", "\"9999-01-01T00:00:00Z\""})
    void refusesTimesThatCannotBe(String value) {
        assertThatThrownBy(() -> json("{\"at\":" + value + "}").time("at"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("field at is");
    }

    @Test
    void namesWhatIsMissingByItsPathAndNoSecret() {
        assertThatThrownBy(() -> json("{\"data\":[{},{\"user\":{}}]}")
                        .items("data")
                        .get(1)
                        .at("user")
                        .text("name"))
                .hasMessageStartingWith(
                        "https://example.org/api?token=*** is not as documented: field data[1].user.name is missing.");
        assertThatThrownBy(() -> json("{\"data\":{}}").items("data")).hasMessageContaining("field data is not a list");
        assertThatThrownBy(() -> json("{\"id\":{}}").text("id"))
                .hasMessageContaining("field id is neither a string nor a number");
    }

    @Test
    void readsIdsOfEitherTypeAndCountsThatAreNone() throws SourceException {
        Json json = json("{\"a\":7,\"b\":\"7\",\"c\":null,\"d\":-1,\"e\":\"1.2万\",\"f\":\"  \"}");

        assertThat(json.text("a")).isEqualTo(json.text("b")).isEqualTo("7");
        assertThat(json.count("a")).isEqualTo(7);
        assertThat(json.count("c")).isNull();
        assertThat(json.count("d")).isNull();
        assertThat(json.count("e")).isNull();
        assertThat(json.textOrNull("f")).isNull();
        assertThat(json.find("c")).isEmpty();
    }

    @Test
    void oneOddItemIsSkippedButNotAll() throws SourceException {
        Json some = json("[{\"id\":1},{},{\"id\":3}]");

        assertThat(Json.each(some.items(), item -> Optional.of(item.text("id"))))
                .containsExactly("1", "3");
        assertThatThrownBy(() -> Json.each(json("[{},{}]").items(), item -> Optional.of(item.text("id"))))
                .hasMessageContaining("field [0].id is missing");
        assertThat(Json.each(json("[]").items(), item -> Optional.of(item.text("id"))))
                .isEmpty();
    }

    private static Json json(String text) throws SourceException {
        return Json.of(text, URL);
    }
}
