package io.tocsin.analyzer.store;

import io.tocsin.analyzer.analysis.Posts;

class ElasticPostsTest extends PostsContractTest {

    @Override
    Posts emptyStore() {
        TestEngine.forgetPosts();
        return new ElasticPosts(ElasticSettings.open(TestEngine.uri()));
    }
}
