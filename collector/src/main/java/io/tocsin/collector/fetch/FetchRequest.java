package io.tocsin.collector.fetch;

import org.jspecify.annotations.Nullable;

/**
 * One page to get.
 *
 * @param url possibly with a user name and password for basic authentication
 * @param internal whether it may lie on a private address
 * @param known what was got before; the page is sent again only if it differs
 * @param robots whether robots.txt is asked: it speaks to programs that read pages made for people, not to those that
 *     use an interface made for programs
 * @param pass what the user was given to be let in with
 * @param content what is sent; {@code null} only reads
 * @param evenIfTelling whether an answer that is no success is read like a page if it tells why: what is bad about the
 *     request, or where to go, if its head does not
 * @param once whether it must not reach the server twice, because it costs or changes something; other requests are sent
 *     again when the server has hung up a connection that was kept
 */
public record FetchRequest(
        String url,
        boolean internal,
        Validators known,
        boolean robots,
        @Nullable Pass pass,
        @Nullable Content content,
        boolean evenIfTelling,
        boolean once) {

    /** A page for people. */
    public static FetchRequest of(String url, boolean internal) {
        return new FetchRequest(url, internal, Validators.NONE, true, null, null, false, false);
    }

    /** A call of an interface that is documented for programs. */
    public static FetchRequest api(String url, boolean internal) {
        return new FetchRequest(url, internal, Validators.NONE, false, null, null, false, false);
    }

    /** The same, if it has changed since. */
    public FetchRequest since(Validators validators) {
        return new FetchRequest(url, internal, validators, robots, pass, content, evenIfTelling, once);
    }

    /** The same with a pass, or without one. */
    public FetchRequest with(@Nullable Pass newPass) {
        return new FetchRequest(url, internal, known, robots, newPass, content, evenIfTelling, once);
    }

    /** The same, sending something. */
    public FetchRequest sending(Content newContent) {
        return new FetchRequest(url, internal, known, robots, pass, newContent, evenIfTelling, true);
    }

    /** The same, but if it is no success, what the server tells about that is read. */
    public FetchRequest readingWhatIsTold() {
        return new FetchRequest(url, internal, known, robots, pass, content, true, once);
    }

    /** The same, which must not reach the server twice. */
    public FetchRequest onlyOnce() {
        return new FetchRequest(url, internal, known, robots, pass, content, evenIfTelling, true);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "FetchRequest[" + PublicUrl.of(url) + "]";
    }
}
