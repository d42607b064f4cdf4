package io.tocsin.collector.connect;

import io.tocsin.collector.fetch.Content;
import io.tocsin.collector.fetch.EndlessAnswer;
import io.tocsin.collector.fetch.FetchRequest;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A server's interface for programs.
 *
 * @param base what the addresses of all calls begin with, ending in a slash
 * @param internal whether it may lie on a private address
 * @param robots whether robots.txt is asked, because the interface is but another form of pages made for people
 * @param pass what it is called with
 */
public record Api(
        HttpFetcher fetcher,
        HttpUrl base,
        boolean internal,
        boolean robots,
        @Nullable Pass pass) {

    /** An interface that is documented for programs. */
    public static Api documented(HttpFetcher fetcher, String url, boolean internal, @Nullable Pass pass) {
        return new Api(fetcher, folder(url), internal, false, pass);
    }

    /** Pages for people in another form: robots.txt speaks about them. */
    public static Api ofPages(HttpFetcher fetcher, String url, boolean internal, @Nullable Pass pass) {
        return new Api(fetcher, folder(url), internal, true, pass);
    }

    /** The same at another address, which the server has named. */
    public Api at(String url) {
        return new Api(fetcher, folder(url), internal, robots, pass);
    }

    public Api with(@Nullable Pass newPass) {
        return new Api(fetcher, base, internal, robots, newPass);
    }

    /** The start of an address below the base; parameters are added to it. */
    public HttpUrl.Builder path(String path) {
        HttpUrl url = base.resolve(path);
        if (url == null) {
            throw new IllegalArgumentException(path + " is no path");
        }
        return url.newBuilder();
    }

    public Json json(HttpUrl.Builder url) throws SourceException {
        return Json.of(page(request(url.build())));
    }

    /** The answer, even if it tells what is bad about the request, or where to go instead. */
    public Json told(HttpUrl.Builder url) throws SourceException {
        return Json.of(page(request(url.build()).readingWhatIsTold()));
    }

    /** Sends something, and reads the answer. */
    public Json json(HttpUrl.Builder url, Content content) throws SourceException {
        return Json.of(page(request(url.build()).sending(content)));
    }

    /** The page as it came. */
    public Page.Fetched page(HttpUrl.Builder url) throws SourceException {
        return page(request(url.build()));
    }

    /** The same of something that costs, and so must not be asked for twice. */
    public Page.Fetched paidPage(HttpUrl.Builder url) throws SourceException {
        return page(request(url.build()).onlyOnce());
    }

    /**
     * Opens an answer without end.
     *
     * @param silence after so long without a sign of life it counts as broken off
     */
    public EndlessAnswer endless(HttpUrl.Builder url, Duration silence) throws SourceException {
        return fetcher.endless(request(url.build()), silence);
    }

    private FetchRequest request(HttpUrl url) {
        FetchRequest request =
                robots ? FetchRequest.of(url.toString(), internal) : FetchRequest.api(url.toString(), internal);
        return request.with(pass);
    }

    private Page.Fetched page(FetchRequest request) throws SourceException {
        return switch (fetcher.fetch(request)) {
            case Page.Fetched page -> page;
            case Page.Unchanged unchanged ->
                throw new SourceException(
                        Problem.Kind.SERVER, "The server says 'unchanged' although nothing was asked of that kind.");
        };
    }

    private static HttpUrl folder(String url) {
        return HttpUrl.get(url.endsWith("/") ? url : url + "/");
    }
}
