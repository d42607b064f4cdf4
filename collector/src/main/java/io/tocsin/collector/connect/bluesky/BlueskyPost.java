package io.tocsin.collector.connect.bluesky;

/** How posts and accounts are called: by their address on the network. */
final class BlueskyPost {
    static final String PLATFORM = "bluesky";

    private BlueskyPost() {}

    static String id(String address) {
        return PLATFORM + ":" + address;
    }

    /** The address of a post or an account. */
    static String address(String id) {
        return id.substring(PLATFORM.length() + 1);
    }

    /** Where people read a post, by an address like {@code at://did:plc:x/app.bsky.feed.post/y}. */
    static String url(String address) {
        String[] parts = address.split("/", -1);
        return "https://bsky.app/profile/" + parts[2] + "/post/" + parts[4];
    }
}
