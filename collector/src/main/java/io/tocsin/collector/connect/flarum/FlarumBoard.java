package io.tocsin.collector.connect.flarum;

import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.FlarumSettings;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.thread.Board;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Discussions and their posts in the shape of JSON:API. */
public final class FlarumBoard implements Board {
    private static final int LIMIT = 50;
    private static final int THREAD_PAGES = 100;
    private static final String OFFSET = "page[offset]";

    private final FlarumSettings settings;
    private final Api forum;

    public FlarumBoard(FlarumSettings settings, HttpFetcher fetcher) {
        this.settings = settings;
        this.forum = Api.ofPages(fetcher, settings.url(), settings.polling().internal(), null);
    }

    @Override
    public Extent extent() {
        return new Extent(forum.base().host(), settings.pages(), THREAD_PAGES);
    }

    @Override
    public List<Listed> threads(int page, Instant now) throws SourceException {
        List<Json> discussions = forum.json(forum.path("api/discussions")
                        .addQueryParameter("sort", "-lastPostedAt")
                        .addQueryParameter("page[limit]", Integer.toString(LIMIT))
                        .addQueryParameter(OFFSET, Integer.toString((page - 1) * LIMIT)))
                .items("data");
        return Json.each(discussions, this::listed);
    }

    private Optional<Listed> listed(Json discussion) throws SourceException {
        Json attributes = discussion.at("attributes");
        String mark = attributes.text("commentCount") + "|" + attributes.text("lastPostedAt");
        return Optional.of(new Listed(address(discussion.text("id"), 0), attributes.text("title"), mark));
    }

    @Override
    public Leaf read(String address, Instant now) throws SourceException {
        HttpUrl.Builder url = forum.path(address);
        Json answer = forum.json(url);
        Map<String, String> names = names(answer);
        String next =
                answer.find("links").map(links -> links.textOrNull("next")).orElse(null);
        return new Leaf(
                Json.each(answer.items("data"), post -> said(post, names)), next == null ? null : after(url.build()));
    }

    private Optional<Said> said(Json post, Map<String, String> names) throws SourceException {
        Json attributes = post.at("attributes");
        if (!attributes.text("contentType").equals("comment") || attributes.is("isHidden")) {
            return Optional.empty();
        }
        Json relations = post.at("relationships");
        String discussion = relations.at("discussion").at("data").text("id");
        String name = relations
                .find("user")
                .flatMap(user -> user.find("data"))
                .map(user -> names.get(user.textOrNull("id")))
                .orElse(null);
        return Optional.of(new Said(
                post.text("id"),
                name == null ? null : Author.of(forum.base().host() + ":" + name, name),
                attributes.time("createdAt"),
                TextCleaner.ofHtml(attributes.text("contentHtml")),
                forum.path("d/" + discussion + "/" + attributes.text("number")).toString(),
                null,
                new Engagement(null, null, attributes.count("likesCount"), null)));
    }

    /** The users that the answer brings along, by id. */
    private static Map<String, String> names(Json answer) throws SourceException {
        Map<String, String> names = new HashMap<>();
        if (answer.find("included").isEmpty()) {
            return names;
        }
        for (Json one : answer.items("included")) {
            @Nullable
            String name =
                    one.find("attributes").map(a -> a.textOrNull("username")).orElse(null);
            if (one.text("type").equals("users") && name != null) {
                names.put(one.text("id"), name);
            }
        }
        return names;
    }

    private static String address(String discussion, int offset) {
        return "api/posts?filter[discussion]=%s&page[limit]=%d&%s=%d".formatted(discussion, LIMIT, OFFSET, offset);
    }

    private static String after(HttpUrl url) {
        String discussion = Objects.requireNonNullElse(url.queryParameter("filter[discussion]"), "");
        int offset = Integer.parseInt(Objects.requireNonNullElse(url.queryParameter(OFFSET), "0"));
        return address(discussion, offset + LIMIT);
    }
}
