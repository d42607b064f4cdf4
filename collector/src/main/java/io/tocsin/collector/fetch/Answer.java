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

    boolean isSuccess() {
        return status / 100 == 2;
    }

    boolean isRedirect() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    boolean isUnchanged() {
        return status == 304;
    }
}
