package io.tocsin.collector.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts that come together: one as a JSON object, many as a JSON array, or one a line. */
public final class PostBatch {
    private static final JsonMapper JSON = JsonMapper.shared();

    private PostBatch() {}

    /** Posts one a line; a bad line does no harm to the others. */
    public static List<PostLine> ofLines(byte[] text) {
        try (PostFile lines = PostFile.of(text)) {
            List<PostLine> batch = new ArrayList<>();
            lines.forEachRemaining(batch::add);
            return batch;
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }

    /**
     * One post, or an array of them; what stands in for the number of a line is the place in the array, from 1.
     *
     * @throws PostFormatException if it is no JSON as a whole: then nobody knows where a post ends
     */
    public static List<PostLine> ofJson(byte[] text) throws PostFormatException {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new PostFormatException("is empty");
            }
            List<PostLine> batch = first == JsonToken.START_ARRAY ? array(parser) : List.of(post(parser, 1));
            if (parser.nextToken() != null) {
                throw new PostFormatException("goes on after its end" + place(parser.currentLocation()));
            }
            return batch;
        } catch (JacksonException broken) {
            throw new PostFormatException("is no JSON" + place(broken.getLocation()));
        }
    }

    private static List<PostLine> array(JsonParser parser) {
        List<PostLine> batch = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            batch.add(post(parser, batch.size() + 1));
        }
        return batch;
    }

    private static PostLine post(JsonParser parser, long number) {
        long start = parser.currentTokenLocation().getByteOffset();
        JsonNode post = parser.readValueAsTree();
        long length = parser.currentLocation().getByteOffset() - start;
        if (length > PostFile.LINE_LIMIT) {
            return new PostLine.Bad(number, "is " + length + " bytes long; the limit is " + PostFile.LINE_LIMIT);
        }
        try {
            return new PostLine.Good(number, PostFormat.read(post));
        } catch (PostFormatException bad) {
            return new PostLine.Bad(number, String.valueOf(bad.getMessage()));
        }
    }

    /** @param at {@code null} for what is nested too deep */
    private static String place(@Nullable TokenStreamLocation at) {
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
