package io.tocsin.collector.connect.feed;

import okio.ByteString;

/** Short marks for long texts. */
final class Digest {
    private static final int LENGTH = 16;

    private Digest() {}

    /** The first 64 bits of the SHA-256, as 16 hexadecimal digits: enough to tell the items of one feed apart. */
    static String of(String text) {
        return ByteString.encodeUtf8(text).sha256().hex().substring(0, LENGTH);
    }
}
