package io.tocsin.collector.fetch;

import org.jspecify.annotations.Nullable;

/** The marks by which a server tells whether a page has changed (RFC 9110, section 8.8), as it wrote them. */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    public static final Validators NONE = new Validators(null, null);
}
