package io.tocsin.analyzer.store;

import io.tocsin.analyzer.analysis.Posts;

class MemoryPostsTest extends PostsContractTest {

    @Override
    Posts emptyStore() {
        return new MemoryPosts();
    }
}
