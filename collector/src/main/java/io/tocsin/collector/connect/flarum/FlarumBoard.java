package io.tocsin.collector.connect.flarum;

import io.tocsin.collector.clean.Dated;
import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.FlarumSettings;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.thread.Board;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Discussions and their posts in the shape of JSON:API. */
final class FlarumBoard implements Board {
    /** As many as the interface gives at once. */
    static final int LIMIT = 50;

    private static final int MOST_KNOWN = 10_000;
    private static final int THREAD_PAGES = 100;
    private static final String OFFSET = "page[offset]";

    private final FlarumSettings settings;
    private final Api forum;
    private final Map<String, String> opening = new ConcurrentHashMap<>();

    FlarumBoard(FlarumSettings settings, HttpFetcher fetcher) {
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
        Map<String, String> names = included(answer, "users", "username");
        String next =
                answer.find("links").map(links -> links.textOrNull("next")).orElse(null);
        return new Leaf(
                Json.each(answer.items("data"), post -> said(post, names)), next == null ? null : after(url.build()));
    }

    /** Those of the posts that are still there. */
    List<Post> again(List<String> ids) throws SourceException {
        String wanted = ids.stream()
                .map(id -> id.substring(extent().platform().length() + 1))
                .collect(Collectors.joining(","));
        Json answer = forum.json(forum.path("api/posts")
                .addQueryParameter("filter[id]", wanted)
                .addQueryParameter("page[limit]", Integer.toString(LIMIT)));
        Map<String, String> names = included(answer, "users", "username");
        Map<String, String> titles = included(answer, "discussions", "title");
        return Json.each(answer.items("data"), post -> again(post, names, titles));
    }

    private Optional<Post> again(Json post, Map<String, String> names, Map<String, String> titles)
            throws SourceException {
        Optional<Said> said = said(post, names);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        String discussion = discussion(post);
        String title = titles.get(discussion);
        if (title == null) {
            throw post.unreadable("the title of the discussion of " + post.path() + " is missing");
        }
        return Optional.of(said.get().in(extent().platform(), first(discussion), title));
    }

    /** The id of the post that opens the discussion. */
    private String first(String discussion) throws SourceException {
        String known = opening.get(discussion);
        if (known != null) {
            return known;
        }
        Json posts = forum.json(forum.path("api/posts")
                .addQueryParameter("filter[discussion]", discussion)
                .addQueryParameter("page[limit]", "1"));
        if (posts.items("data").isEmpty()) {
            throw posts.unreadable("a discussion has no posts");
        }
        String first = posts.items("data").getFirst().text("id");
        if (opening.size() >= MOST_KNOWN) {
            opening.clear();
        }
        opening.put(discussion, first);
        return first;
    }

    private static String discussion(Json post) throws SourceException {
        return post.at("relationships").at("discussion").at("data").text("id");
    }

    private Optional<Said> said(Json post, Map<String, String> names) throws SourceException {
        Json attributes = post.at("attributes");
        if (!attributes.text("contentType").equals("comment") || attributes.is("isHidden")) {
            return Optional.empty();
        }
        Json relations = post.at("relationships");
        String discussion = discussion(post);
        String name = relations
                .find("user")
                .flatMap(user -> user.find("data"))
                .map(user -> names.get(user.textOrNull("id")))
                .orElse(null);
        return Optional.of(new Said(
                post.text("id"),
                name == null ? null : Author.of(forum.base().host() + ":" + name, name),
                Dated.exactly(attributes.time("createdAt")),
                TextCleaner.ofHtml(attributes.text("contentHtml")),
                forum.path("d/" + discussion + "/" + attributes.text("number")).toString(),
                null,
                new Engagement(null, null, attributes.count("likesCount"), null)));
    }

    /** An attribute of what the answer brings along, by id. */
    private static Map<String, String> included(Json answer, String type, String attribute) throws SourceException {
        Map<String, String> names = new HashMap<>();
        if (answer.find("included").isEmpty()) {
            return names;
        }
        for (Json one : answer.items("included")) {
            @Nullable
            String name =
                    one.find("attributes").map(a -> a.textOrNull(attribute)).orElse(null);
            if (one.text("type").equals(type) && name != null) {
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
