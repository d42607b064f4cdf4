package io.tocsin.collector.fetch;

import java.util.regex.Pattern;

/** Addresses as they may stand in a message, a log or the console. */
public final class PublicUrl {
    private static final Pattern USER = Pattern.compile("^(\\w+://)[^/?#@]*@");
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([?&;][^=&;]*(?:token|secret|password|passwd|pwd|apikey|api_key|access_key|auth|signature|sid|session)[^=&;]*=)[^&;#]*");

    private PublicUrl() {}

    /** The address without user name and password, and with the values of parameters that look secret hidden. */
    public static String of(String url) {
        String nameless = USER.matcher(url).replaceFirst("$1");
        return SECRET.matcher(nameless).replaceAll("$1***");
    }
}
