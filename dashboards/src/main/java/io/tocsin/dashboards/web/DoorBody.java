package io.tocsin.dashboards.web;

import io.tocsin.collector.post.PostBatch;
import io.tocsin.collector.post.PostFormatException;
import io.tocsin.collector.post.PostLine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads the posts in the body of a call. */
final class DoorBody {
    static final String GZIP = "gzip";
    /** In bytes, as sent and unpacked. */
    static final int LIMIT = 10_000_000;

    private static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson");

    private DoorBody() {}

    /**
     * Reads all of it.
     *
     * @throws DoorRefusal if it cannot be understood as a whole
     */
    static List<PostLine> read(HttpServletRequest request) throws IOException {
        boolean lines = isLines(request.getContentType());
        byte[] body = bytes(request);
        try {
            return lines ? PostBatch.ofLines(body) : PostBatch.ofJson(body);
        } catch (PostFormatException broken) {
            throw new DoorRefusal(
                    HttpStatus.BAD_REQUEST, "The body " + broken.getMessage() + ". Nothing of it was taken over.");
        }
    }

    private static boolean isLines(@Nullable String contentType) {
        MediaType type = type(contentType);
        Charset charset = type.getCharset();
        boolean lines = LINES.equalsTypeAndSubtype(type);
        if (lines || MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)) {
            if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
                return lines;
            }
        }
        throw new DoorRefusal(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Send application/json or application/x-ndjson in UTF-8, and say so in Content-Type.");
    }

    private static MediaType type(@Nullable String contentType) {
        try {
            return contentType == null ? MediaType.ALL : MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException unknown) {
            return MediaType.ALL;
        }
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        InputStream sent = new LimitedInput(request.getInputStream(), LIMIT);
        try {
            return new LimitedInput(unpacked(sent, request.getHeader(HttpHeaders.CONTENT_ENCODING)), LIMIT)
                    .readAllBytes();
        } catch (LimitedInput.Exceeded tooMuch) {
            throw tooLarge();
        } catch (ZipException | EOFException broken) {
            throw new DoorRefusal(
                    HttpStatus.BAD_REQUEST, "The body is no gzip, or breaks off. Nothing was taken over.");
        }
    }

    private static InputStream unpacked(InputStream sent, @Nullable String encoding) throws IOException {
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> sent;
            case GZIP, "x-gzip" -> new GZIPInputStream(sent);
            default ->
                throw new DoorRefusal(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body plain or with Content-Encoding: gzip.");
        };
    }

    private static DoorRefusal tooLarge() {
        return new DoorRefusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than " + LIMIT + " bytes. Bring fewer posts in one call.");
    }
}
