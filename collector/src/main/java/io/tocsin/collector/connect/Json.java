package io.tocsin.collector.connect;

import io.tocsin.collector.clean.DateReader;
import io.tocsin.collector.clean.Dated;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of a JSON answer that knows where it stands, so that a message can name what is not as it was documented.
 *
 * @param path from the root of the answer, like {@code data[3].account}
 * @param url the answer's address
 */
public record Json(JsonNode node, String path, String url) {
    private static final Logger log = LoggerFactory.getLogger(Json.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    /** As a number of seconds this is some 3000 years from now. */
    private static final double MILLISECONDS_FROM = 1e11;

    private static final int BEGINNING = 1_000;

    /**
     * Reads an answer.
     *
     * @throws SourceException if it is no JSON; the message says what it is instead
     */
    public static Json of(Page.Fetched page) throws SourceException {
        return of(new String(page.body(), StandardCharsets.UTF_8), page.url());
    }

    /** Reads a text that came from the address. */
    public static Json of(String text, String url) throws SourceException {
        try {
            return new Json(MAPPER.readTree(text), "", url);
        } catch (JacksonException e) {
            throw new SourceException(Problem.Kind.UNREADABLE, PublicUrl.of(url) + " " + instead(text), null, e);
        }
    }

    /**
     * What the items give. Those that cannot be read are left out, and counted in the log.
     *
     * @throws SourceException if none of them can be read: then the answer is not what was documented
     */
    public static <T> List<T> each(List<Json> items, Reading<T> reading) throws SourceException {
        List<T> values = new ArrayList<>();
        int read = 0;
        SourceException first = null;
        for (Json item : items) {
            try {
                reading.of(item).ifPresent(values::add);
                read++;
            } catch (SourceException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null && read == 0) {
            throw first;
        }
        if (first != null) {
            log.warn("{} of {} items are skipped: {}", items.size() - read, items.size(), first.getMessage());
        }
        return values;
    }

    /** A field that must be there. */
    public Json at(String name) throws SourceException {
        return find(name).orElseThrow(() -> unreadable("field " + pathTo(name) + " is missing"));
    }

    /** A field that may be absent or {@code null}. */
    public Optional<Json> find(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(new Json(value, pathTo(name), url));
    }

    /** The items of a field that must be there and be a list. */
    public List<Json> items(String name) throws SourceException {
        return at(name).items();
    }

    /** The items of this list. */
    public List<Json> items() throws SourceException {
        if (!node.isArray()) {
            throw unreadable((path.isEmpty() ? "the answer" : "field " + path) + " is not a list");
        }
        List<Json> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(new Json(item, path + "[" + items.size() + "]", url));
        }
        return items;
    }

    /** A string or number that must be there; empty ones too. */
    public String text(String name) throws SourceException {
        return at(name).text();
    }

    /** This as a string, if it is one or a number. */
    public String text() throws SourceException {
        if (!node.isString() && !node.isNumber()) {
            throw unreadable("field " + path + " is neither a string nor a number");
        }
        return node.asString();
    }

    /** A string or number that is not blank, or {@code null}. */
    public @Nullable String textOrNull(String name) {
        JsonNode value = node.get(name);
        boolean shown = value != null && (value.isString() || value.isNumber());
        return shown && !value.asString().isBlank() ? value.asString().strip() : null;
    }

    /** A time that must be there: ISO 8601, in UTC if it names no zone, or seconds or milliseconds since 1970. */
    public Instant time(String name) throws SourceException {
        Json value = at(name);
        return value.node().isNumber() ? value.epoch() : value.date();
    }

    private Instant epoch() throws SourceException {
        double number = node.doubleValue();
        double seconds = number < MILLISECONDS_FROM ? number : number / 1000;
        if (seconds < 0 || seconds >= LATEST.getEpochSecond()) {
            throw unreadable("field " + path + " is no time");
        }
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    private Instant date() throws SourceException {
        return new DateReader(ZoneOffset.UTC, EARLIEST)
                .read(text())
                .map(Dated::at)
                .filter(time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST))
                .orElseThrow(() -> unreadable("field " + path + " is no time"));
    }

    /** A count, or {@code null} if the platform does not tell it. */
    public @Nullable Long count(String name) {
        String text = textOrNull(name);
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /** Whether the field is there and true. */
    public boolean is(String name) {
        return node.path(name).asBoolean(false);
    }

    /** A problem with this answer, for a person. */
    public SourceException unreadable(String what) {
        return new SourceException(
                Problem.Kind.UNREADABLE,
                PublicUrl.of(url) + " is not as documented: " + what
                        + ". Check the address; if it is right, the platform has changed, and Tocsin must be updated.");
    }

    private String pathTo(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String instead(String text) {
        String beginning = text.substring(0, Math.min(text.length(), BEGINNING)).toLowerCase(Locale.ROOT);
        if (beginning.contains("<html") || beginning.contains("<!doctype html")) {
            return "is a web page, not JSON: perhaps a log-in, a page that asks whether you are human, or another"
                    + " address. Open it in a browser.";
        }
        return "is no JSON, or breaks off. It will be tried again; if it stays so, check the address.";
    }

    /** What one item gives; nothing if it is well but none of our business. */
    public interface Reading<T> {
        Optional<T> of(Json item) throws SourceException;
    }
}
