package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;

/**
 * Weibo: by its interface for programs with a token, or as its mobile site shows it to one of its users.
 *
 * @param search each of them is searched for
 */
public record WeiboSettings(Polling polling, List<String> search, Access access) implements SourceSettings {
    /** The search of the open platform: topics only, the newest 200. */
    public static final String API_URL = "https://api.weibo.com/2/search/topics.json";

    public static final String SITE_URL = "https://m.weibo.cn/";

    public WeiboSettings {
        WebAddress.require(access.url());
        search = List.copyOf(search);
        if (search.isEmpty()) {
            throw new IllegalArgumentException("it has no 'search', so there is nothing to read");
        }
    }

    @Override
    public Source source() {
        return polling.source("weibo", access.url());
    }

    /** How Weibo lets us in. */
    public sealed interface Access {
        String url();

        /**
         * By the interface for programs.
         *
         * @param url of the search that the contract allows
         */
        record Token(String url, String token) implements Access {
            /** Without the token. */
            @Override
            public String toString() {
                return "Token";
            }
        }

        /**
         * As a user who is logged in.
         *
         * @param url of the mobile site
         * @param cookie as the user's browser sends it
         */
        record Cookie(String url, String cookie) implements Access {
            /** Without the cookie. */
            @Override
            public String toString() {
                return "Cookie";
            }
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "WeiboSettings[" + polling.name() + ", " + source().address() + "]";
    }
}
