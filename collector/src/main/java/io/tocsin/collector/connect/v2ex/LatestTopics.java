package io.tocsin.collector.connect.v2ex;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The newest topics of all nodes, by version 1 of the interface, which needs no token and has no further pages. */
record LatestTopics(Api api) implements Listing {

    @Override
    public String name() {
        return "latest";
    }

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        return new Leaf(Json.each(api.json(api.path("api/topics/latest.json")).items(), LatestTopics::post), null);
    }

    /** The topic with this id. */
    List<Post> topic(String id) throws SourceException {
        HttpUrl.Builder url = api.path("api/topics/show.json").addQueryParameter("id", Member.topic(id));
        return Json.each(api.json(url).items(), LatestTopics::post);
    }

    private static Optional<Post> post(Json topic) throws SourceException {
        String content = Objects.requireNonNullElse(topic.textOrNull("content_rendered"), "");
        String text = topic.text("title") + "\n" + TextCleaner.ofHtml(content);
        return Optional.of(Post.builder(
                        Member.TOPIC + topic.text("id"), Member.PLATFORM, TextCleaner.tidy(text), topic.time("created"))
                .url(topic.textOrNull("url"))
                .author(Member.author(topic))
                .engagement(new Engagement(null, topic.count("replies"), null, null))
                .build());
    }
}
