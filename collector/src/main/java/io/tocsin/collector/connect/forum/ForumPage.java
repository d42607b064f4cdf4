package io.tocsin.collector.connect.forum;

import io.tocsin.collector.clean.DateReader;
import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Css;
import io.tocsin.collector.connect.Field;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.ForumSettings.ListPage;
import io.tocsin.collector.connect.ForumSettings.PostItem;
import io.tocsin.collector.connect.thread.Board.Listed;
import io.tocsin.collector.connect.thread.Board.Said;
import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page of a forum, seen through the selectors of its configuration.
 *
 * @param url where it was found, after redirects
 * @param readAt what relative times on it refer to
 */
record ForumPage(ForumSettings settings, String url, Document content, Instant readAt) {
    private static final Logger log = LoggerFactory.getLogger(ForumPage.class);

    /** The threads that a list page shows. */
    List<Listed> threads() throws SourceException {
        ListPage list = settings.list();
        Elements items = items("list.item", list.item());
        List<Listed> threads = new ArrayList<>();
        for (Element item : items) {
            list.link()
                    .in(item)
                    .flatMap(href -> Links.follow(url, href))
                    .ifPresent(link ->
                            threads.add(new Listed(link, list.title().in(item).orElse(""), mark(item))));
        }
        if (threads.isEmpty()) {
            throw unreadable("list.link", list.link().toString());
        }
        return threads;
    }

    /** What the list says of a thread's replies. A relative time says nothing, for it changes by itself. */
    private String mark(Element item) {
        String mark = found(settings.list().replies(), item) + "|"
                + exactTime(found(settings.list().lastReply(), item));
        return mark.equals("|") ? "" : mark;
    }

    private static String found(@Nullable Field field, Element item) {
        return field == null ? "" : field.in(item).orElse("");
    }

    private String exactTime(String text) {
        Optional<Instant> time = new DateReader(settings.zone(), readAt).read(text);
        Optional<Instant> later = new DateReader(settings.zone(), readAt.plus(Duration.ofMinutes(90))).read(text);
        return time.equals(later) ? time.map(Instant::toString).orElse(text) : "";
    }

    /**
     * The posts of a thread's page, in the order of the page. Those without id, time or text are left out.
     *
     * @param address under which a person can read them
     */
    List<Said> posts(String platform, String address) throws SourceException {
        PostItem post = settings.post();
        Elements items = items("post.item", post.item());
        Map<String, Said> posts = new LinkedHashMap<>();
        items.forEach(item -> said(item, platform, address).ifPresent(said -> posts.putIfAbsent(said.id(), said)));
        if (posts.isEmpty()) {
            throw unreadablePosts(items);
        }
        if (posts.size() < items.size()) {
            log.warn(
                    "{} of {} posts on {} lack an id, a time or a text, or come twice; they are skipped",
                    items.size() - posts.size(),
                    items.size(),
                    PublicUrl.of(url));
        }
        return List.copyOf(posts.values());
    }

    private Optional<Said> said(Element item, String platform, String address) {
        PostItem post = settings.post();
        Optional<String> id = post.id().in(item);
        Optional<Instant> time = time(item);
        Optional<String> text = text(item);
        if (id.isEmpty() || time.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        String name = found(post.author(), item);
        Author author = name.isEmpty() ? null : Author.of(platform + ":" + name, name);
        return Optional.of(new Said(id.get(), author, time.get(), text.get(), address, null, Engagement.UNKNOWN));
    }

    private Optional<Instant> time(Element item) {
        return settings.post().time().in(item).flatMap(new DateReader(settings.zone(), readAt)::read);
    }

    private Optional<String> text(Element item) {
        Element said = item.clone();
        Css remove = settings.post().remove();
        if (remove != null) {
            remove.in(said).forEach(Node::remove);
        }
        return settings.post().text().in(said, TextCleaner::of);
    }

    /** The address of the page after this one. */
    Optional<String> next() {
        Field next = settings.thread().next();
        return next == null ? Optional.empty() : next.in(content).flatMap(href -> Links.follow(url, href));
    }

    private Elements items(String key, Css css) throws SourceException {
        Elements items = css.in(content);
        if (items.isEmpty()) {
            throw unreadable(key, css.selector());
        }
        return items;
    }

    private SourceException unreadablePosts(Elements items) {
        PostItem post = settings.post();
        if (items.stream().allMatch(item -> post.id().in(item).isEmpty())) {
            return unreadable("post.id", post.id().toString());
        }
        if (items.stream().allMatch(item -> time(item).isEmpty())) {
            return unreadable("post.time", post.time().toString());
        }
        return unreadable("post.text", post.text().toString());
    }

    private SourceException unreadable(String key, String selector) {
        return new SourceException(
                Problem.Kind.UNREADABLE,
                "%s, '%s', found nothing that can be read on %s. Open that page in a browser: if it shows a log-in, the forum"
                                .formatted(key, selector, PublicUrl.of(url))
                        + " must be readable without one; if its layout has changed, correct the selector.");
    }
}
