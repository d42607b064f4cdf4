package io.tocsin.collector.connect.nodebb;

import io.tocsin.collector.clean.Dated;
import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.NodeBbSettings;
import io.tocsin.collector.connect.thread.Board;
import io.tocsin.collector.fetch.HttpFetcher;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pages of a forum as JSON. */
final class NodeBbBoard implements Board {
    private static final int THREAD_PAGES = 100;
    private static final Pattern TOPIC_PAGE = Pattern.compile("topic/\\d+.*");

    private final NodeBbSettings settings;
    private final Api forum;

    NodeBbBoard(NodeBbSettings settings, HttpFetcher fetcher) {
        this.settings = settings;
        this.forum = Api.ofPages(fetcher, settings.url(), settings.polling().internal(), null);
    }

    @Override
    public Extent extent() {
        return new Extent(forum.base().host(), settings.pages(), THREAD_PAGES);
    }

    @Override
    public List<Listed> threads(int page, Instant now) throws SourceException {
        List<Listed> threads = new ArrayList<>();
        for (String list : lists()) {
            threads.addAll(Json.each(topics(list, page), NodeBbBoard::listed));
        }
        return threads;
    }

    /** Nothing past the end of a list, which others need not have reached. */
    private List<Json> topics(String list, int page) throws SourceException {
        try {
            return forum.json(forum.path(list)
                            .addQueryParameter("page", Integer.toString(page))
                            .addQueryParameter("sort", "recently_replied"))
                    .items("topics");
        } catch (SourceException e) {
            if (page > 1 && e.problem().kind() == Problem.Kind.MISSING) {
                return List.of();
            }
            throw e;
        }
    }

    private List<String> lists() {
        return settings.categories().isEmpty()
                ? List.of("api/recent")
                : settings.categories().stream().map(id -> "api/category/" + id).toList();
    }

    /** The post and those around it, if it is still there. Older versions call the way to it a redirect. */
    List<Post> around(String id) throws SourceException {
        String pid = id.substring(extent().platform().length() + 1);
        Json way = forum.told(forum.path("api/post/" + pid));
        Matcher topicPage = TOPIC_PAGE.matcher(way.text());
        if (!topicPage.find()) {
            throw way.unreadable("it does not lead to a topic");
        }
        Json topic = forum.json(forum.path("api/" + topicPage.group()));
        String first = topic.text("mainPid");
        String title = title(topic);
        return Json.each(
                topic.items("posts"), post -> said(post).map(said -> said.in(extent().platform(), first, title)));
    }

    private static Optional<Listed> listed(Json topic) throws SourceException {
        if (topic.is("deleted")) {
            return Optional.empty();
        }
        String mark = topic.text("postcount") + "|" + topic.text("lastposttime");
        return Optional.of(new Listed(address(topic.text("tid"), 1), title(topic), mark));
    }

    private static String title(Json topic) throws SourceException {
        return TextCleaner.ofHtml(Objects.requireNonNullElse(topic.textOrNull("titleRaw"), topic.text("title")));
    }

    @Override
    public Leaf read(String address, Instant now) throws SourceException {
        Json topic = forum.json(forum.path(address));
        Json next = topic.at("pagination").at("next");
        String after = next.is("active") ? address(topic.text("tid"), Integer.parseInt(next.text("page"))) : null;
        return new Leaf(Json.each(topic.items("posts"), this::said), after);
    }

    private Optional<Said> said(Json post) throws SourceException {
        if (post.is("deleted")) {
            return Optional.empty();
        }
        String id = post.text("pid");
        return Optional.of(new Said(
                id,
                author(post.at("user")),
                Dated.exactly(post.time("timestampISO")),
                TextCleaner.ofHtml(post.text("content")),
                forum.path("post/" + id).toString(),
                post.textOrNull("toPid"),
                new Engagement(null, null, post.count("votes"), null)));
    }

    private @Nullable Author author(Json user) {
        String name = user.textOrNull("username");
        return name == null ? null : Author.of(forum.base().host() + ":" + name, name);
    }

    private static String address(String topic, int page) {
        return "api/topic/" + topic + "?page=" + page;
    }
}
