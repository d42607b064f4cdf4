package io.tocsin.collector.connect.feed;

import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Files that lie packed on their server, like {@code news.xml.gz}. */
final class Packed {
    private Packed() {}

    /**
     * The page, unpacked if it is packed.
     *
     * @param limit how many bytes are read at most
     * @throws SourceException if it is larger, or broken
     */
    static Page.Fetched open(Page.Fetched page, long limit) throws SourceException {
        if (!isPacked(page.body())) {
            return page;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(page.body()))) {
            byte[] body = in.readNBytes((int) Math.min(limit, Integer.MAX_VALUE - Long.BYTES));
            if (in.read() >= 0) {
                throw new SourceException(
                        Problem.Kind.TOO_LARGE,
                        PublicUrl.of(page.url()) + " unpacks to more than " + limit
                                + " bytes, the most that is read. If that is right for this source, raise fetch.body_limit.");
            }
            return new Page.Fetched(page.url(), body, null, page.validators());
        } catch (IOException broken) {
            throw new SourceException(
                    Problem.Kind.UNREADABLE,
                    PublicUrl.of(page.url()) + " is packed, and breaks off or is broken. It will be tried again.",
                    null,
                    broken);
        }
    }

    private static boolean isPacked(byte[] body) {
        return body.length > 2 && body[0] == (byte) 0x1F && body[1] == (byte) 0x8B;
    }
}
