package io.tocsin.collector.connect.mastodon;

import io.tocsin.collector.post.Post;

/** What a server tells of. */
sealed interface StatusEvent {
    /** The post's. */
    String id();

    /** A post, new or edited. */
    record Said(Post post) implements StatusEvent {
        @Override
        public String id() {
            return post.id();
        }
    }

    /** A post was withdrawn. */
    record Gone(String id) implements StatusEvent {}
}
