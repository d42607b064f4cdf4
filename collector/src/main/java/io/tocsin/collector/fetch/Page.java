package io.tocsin.collector.fetch;

import org.jspecify.annotations.Nullable;

/** What a server gave. */
public sealed interface Page {

    /** The page is as it was when the {@link Validators} were sent with it. */
    record Unchanged() implements Page {}

    /**
     * The page.
     *
     * @param url where it was found, after redirects; without user name and password
     * @param body decompressed
     * @param contentType as the server says it
     * @param validators for the next request
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fetched(String url, byte[] body, @Nullable String contentType, Validators validators) implements Page {

        /** A page that somebody saved; the address is where it was. */
        public static Fetched saved(String url, byte[] body) {
            return new Fetched(url, body, null, Validators.NONE);
        }
    }
}
