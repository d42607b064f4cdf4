package io.tocsin.collector.fetch;

/**
 * One page to get.
 *
 * @param url possibly with a user name and password for basic authentication
 * @param internal whether it may lie on a private address
 * @param known what was got before; the page is sent again only if it differs
 */
public record FetchRequest(String url, boolean internal, Validators known) {

    public static FetchRequest of(String url, boolean internal) {
        return new FetchRequest(url, internal, Validators.NONE);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "FetchRequest[" + PublicUrl.of(url) + "]";
    }
}
