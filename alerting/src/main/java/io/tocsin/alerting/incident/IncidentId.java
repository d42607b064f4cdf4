package io.tocsin.alerting.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Short names that are the same whenever they are made of the same things. */
public final class IncidentId {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private IncidentId() {}

    /** The id of the event that the rule found about the watch by this post: 13 letters and digits. */
    static String of(String rule, String watch, String firstPost) {
        return shorten(rule + "\n" + watch + "\n" + firstPost, 13);
    }

    /**
     * The beginning of the text's SHA-256 in base 32 (RFC 4648, in lower case).
     *
     * @param length from 1 to 25 characters, 5 bits each
     */
    public static String shorten(String text, int length) {
        byte[] hash = sha256(text);
        StringBuilder name = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int bit = i * 5;
            int twoBytes = ((hash[bit / 8] & 0xff) << 8) | (hash[bit / 8 + 1] & 0xff);
            name.append(ALPHABET.charAt((twoBytes >> (11 - bit % 8)) & 31));
        }
        return name.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
