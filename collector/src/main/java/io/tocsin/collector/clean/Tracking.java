package io.tocsin.collector.clean;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What stands in the address of a page and says nothing about the page. */
public final class Tracking {
    private static final Set<String> VISITORS =
            Set.of("fbclid", "fromuid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid", "spm", "ttclid", "yclid");
    /** A session's id is long and random; what else is called {@code s} or {@code sid} may tell pages apart. */
    private static final Pattern SESSION = Pattern.compile("[0-9a-fA-F]{24,64}");

    private Tracking() {}

    /**
     * The address without them: what counts visitors, the ids of sessions, and from which page of a Discuz! list
     * somebody came.
     */
    public static HttpUrl cut(HttpUrl url) {
        HttpUrl.Builder clean = url.newBuilder();
        for (String name : url.queryParameterNames()) {
            if (url.queryParameterValues(name).stream()
                    .allMatch(value -> isNoise(name.toLowerCase(Locale.ROOT), value))) {
                clean.removeAllQueryParameters(name);
            }
        }
        return clean.build();
    }

    private static boolean isNoise(String name, @Nullable String value) {
        String text = value == null ? "" : value;
        return switch (name) {
            case "extra" -> text.isEmpty() || text.startsWith("page=");
            case "jsessionid", "phpsessid", "s", "sid" -> SESSION.matcher(text).matches();
            default -> name.startsWith("utm_") || VISITORS.contains(name);
        };
    }
}
