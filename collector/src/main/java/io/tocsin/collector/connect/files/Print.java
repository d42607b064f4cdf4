package io.tocsin.collector.connect.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Short names for long contents: the beginning of their SHA-256. */
final class Print {
    private static final int BYTES = 8;

    private Print() {}

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    static String of(byte[] start, byte[] end) {
        MessageDigest digest = sha256();
        digest.update(start);
        digest.update(end);
        byte[] print = Arrays.copyOf(digest.digest(), BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(print);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
