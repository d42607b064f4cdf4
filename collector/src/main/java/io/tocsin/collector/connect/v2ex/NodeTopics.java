package io.tocsin.collector.connect.v2ex;

import io.tocsin.collector.clean.Dated;
import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.thread.Board;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;

/** The topics of some nodes and their replies, by version 2 of the interface. */
record NodeTopics(Api api, List<String> nodes) implements Board {
    private static final int LIST_PAGES = 2;
    private static final int THREAD_PAGES = 50;

    @Override
    public Extent extent() {
        return new Extent(Member.PLATFORM, LIST_PAGES, THREAD_PAGES);
    }

    @Override
    public List<Listed> threads(int page, Instant now) throws SourceException {
        List<Listed> threads = new ArrayList<>();
        for (String node : nodes) {
            HttpUrl.Builder url =
                    api.path("api/v2/nodes/" + node + "/topics").addQueryParameter("p", Integer.toString(page));
            threads.addAll(Json.each(api.json(url).items("result"), NodeTopics::listed));
        }
        return threads;
    }

    private static Optional<Listed> listed(Json topic) throws SourceException {
        String mark = topic.text("replies") + "|" + topic.text("last_touched");
        return Optional.of(new Listed(address(topic.text("id"), 1), topic.text("title"), mark));
    }

    /** The topic itself stands on the first page only. */
    @Override
    public Leaf read(String address, Instant now) throws SourceException {
        String id = address.substring(0, address.indexOf('/'));
        int page = Integer.parseInt(address.substring(id.length() + 1));
        List<Said> said = new ArrayList<>();
        if (page == 1) {
            said.add(topic(api.json(api.path("api/v2/topics/" + id)).at("result")));
        }
        Json replies =
                api.json(api.path("api/v2/topics/" + id + "/replies").addQueryParameter("p", Integer.toString(page)));
        said.addAll(Json.each(replies.items("result"), reply -> Optional.of(said(reply, "reply", id))));
        Long pages = replies.find("pagination").map(p -> p.count("pages")).orElse(null);
        return new Leaf(said, pages != null && pages > page ? address(id, page + 1) : null);
    }

    /** The topic with this id, without its replies. */
    List<Post> topic(String id) throws SourceException {
        Json topic = api.json(api.path("api/v2/topics/" + Member.topic(id))).at("result");
        Said said = topic(topic);
        return List.of(said.in(extent().platform(), said.id(), topic.text("title")));
    }

    private Said topic(Json topic) throws SourceException {
        return said(topic, "topic", topic.text("id"));
    }

    private Said said(Json written, String kind, String topic) throws SourceException {
        String content = Objects.requireNonNullElse(written.textOrNull("content_rendered"), "");
        return new Said(
                kind + "/" + written.text("id"),
                Member.author(written),
                Dated.exactly(written.time("created")),
                TextCleaner.ofHtml(content),
                api.path("t/" + topic).toString(),
                null,
                new Engagement(null, written.count("replies"), written.count("thanks"), null));
    }

    private static String address(String topic, int page) {
        return topic + "/" + page;
    }
}
