package io.tocsin.collector.fetch;

import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * What a server answered to one request.
 *
 * @param url what was asked for
 * @param body decompressed, as far as it was wanted; empty unless the status is a success
 * @param cut whether there was more
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(HttpUrl url, int status, Headers headers, byte[] body, boolean cut) {

    private static final int BAD_REQUEST = 400;

    boolean isSuccess() {
        return status / 100 == 2;
    }

    boolean isRedirect() {
        return isRedirect(status) && headers.get("Location") != null;
    }

    /** Whether the body says what the status means: what was bad about a request, or where to go instead. */
    boolean isTelling() {
        return isTelling(status, headers);
    }

    static boolean isTelling(int status, Headers headers) {
        return status == BAD_REQUEST || (isRedirect(status) && headers.get("Location") == null);
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    boolean isUnchanged() {
        return status == 304;
    }
}
