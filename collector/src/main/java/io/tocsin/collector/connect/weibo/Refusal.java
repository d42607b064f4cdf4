package io.tocsin.collector.connect.weibo;

import io.tocsin.collector.connect.Json;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.util.Set;
import okhttp3.HttpUrl;

/** Weibo says no in answers that look like success. */
final class Refusal {
    /** Too many calls of an address, a user or an app, as the open platform numbers them. */
    private static final Set<String> TOO_MANY = Set.of("10004", "10022", "10023", "10024");
    /** About the app and its rights, and, by their beginning, about tokens. */
    private static final Set<String> NO_RIGHT = Set.of("10006", "10007", "10014");

    private static final String TOKENS = "213\\d\\d";

    private Refusal() {}

    /** The answer of the interface, if it is not an error. */
    static Json checkApi(Json answer) throws SourceException {
        String code = answer.textOrNull("error_code");
        if (code == null) {
            return answer;
        }
        if (TOO_MANY.contains(code)) {
            throw tooMany();
        }
        if (NO_RIGHT.contains(code) || code.matches(TOKENS)) {
            throw new SourceException(
                    Problem.Kind.ACCESS,
                    "Weibo does not accept what stands under 'token' (error " + code
                            + "): it has expired, was withdrawn, or its app may not search. Put a good one there.");
        }
        throw new SourceException(
                Problem.Kind.SERVER, "Weibo answers with its error " + code + ". It will be tried again.");
    }

    /** The answer of the site, if it is not a refusal. */
    static Json checkSite(Page.Fetched page) throws SourceException {
        if (HttpUrl.get(page.url()).encodedPath().contains("signin")
                || HttpUrl.get(page.url()).host().startsWith("passport.")) {
            throw expired();
        }
        Json answer = Json.of(page);
        String ok = answer.text("ok");
        if (ok.equals("-100")) {
            throw expired();
        }
        if (!ok.equals("1") && String.valueOf(answer.textOrNull("msg")).contains("频繁")) {
            throw tooMany();
        }
        return answer;
    }

    private static SourceException expired() {
        return new SourceException(
                Problem.Kind.ACCESS,
                "Weibo wants a log-in: what stands under 'cookie' has expired or is not one of a user."
                        + " Log in with a browser, and put its cookie there.");
    }

    private static SourceException tooMany() {
        return new SourceException(
                Problem.Kind.RATE_LIMITED,
                "Weibo says that it is asked too often. It is left alone for a while; if this happens often, poll it"
                        + " less often ('every') or search for less.");
    }
}
