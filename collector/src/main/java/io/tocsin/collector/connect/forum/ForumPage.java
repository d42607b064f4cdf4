package io.tocsin.collector.connect.forum;

import io.tocsin.collector.clean.DateReader;
import io.tocsin.collector.clean.Dated;
import io.tocsin.collector.clean.TextCleaner;
import io.tocsin.collector.connect.Selectors;
import io.tocsin.collector.connect.Spot;
import io.tocsin.collector.connect.thread.Board.Listed;
import io.tocsin.collector.connect.thread.Board.Said;
import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
 * One page of a forum, seen through selectors.
 *
 * @param zone of times that name none
 * @param selectors say all that is needed
 * @param preset that they are from; {@code null} if all of them are the user's
 * @param member whether it was asked for with a cookie
 * @param url where it was found, after redirects
 * @param readAt what relative times on it refer to
 */
record ForumPage(
        ZoneId zone,
        Selectors selectors,
        @Nullable Preset preset,
        boolean member,
        String url,
        Document content,
        Instant readAt) {
    private static final Logger log = LoggerFactory.getLogger(ForumPage.class);

    /** The threads that a list page shows. */
    List<Listed> threads() throws SourceException {
        Elements items = items(Spot.LIST_ITEM);
        List<Listed> threads = new ArrayList<>();
        for (Element item : items) {
            link(item)
                    .ifPresent(link -> threads.add(
                            new Listed(link, find(Spot.LIST_TITLE, item).orElse(""), mark(item))));
        }
        if (threads.isEmpty()) {
            throw unreadable(Spot.LIST_LINK);
        }
        return threads;
    }

    /** Where a thread on the list is. */
    Optional<String> link(Element item) {
        return find(Spot.LIST_LINK, item).flatMap(href -> Links.follow(url, href));
    }

    /** What the list says of a thread's replies. A relative time says nothing, for it changes by itself. */
    private String mark(Element item) {
        String mark = find(Spot.LIST_REPLIES, item).orElse("") + "|"
                + exactTime(find(Spot.LIST_LAST_REPLY, item).orElse(""));
        return mark.equals("|") ? "" : mark;
    }

    private String exactTime(String text) {
        Optional<Dated> time = new DateReader(zone, readAt).read(text);
        Optional<Dated> later = new DateReader(zone, readAt.plus(Duration.ofMinutes(90))).read(text);
        return time.equals(later) ? time.map(exact -> exact.at().toString()).orElse(text) : "";
    }

    /**
     * The posts of a thread's page, in the order of the page. Those without id, time or text are left out.
     *
     * @param address under which a person can read them
     */
    List<Said> posts(String platform, String address) throws SourceException {
        Elements items = items(Spot.POST_ITEM);
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
        Optional<String> id = find(Spot.POST_ID, item);
        Optional<Dated> time = time(item);
        Optional<String> text = text(item);
        if (id.isEmpty() || time.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        Author author = find(Spot.POST_AUTHOR, item)
                .map(name -> Author.of(platform + ":" + name, name))
                .orElse(null);
        return Optional.of(new Said(id.get(), author, time.get(), text.get(), address, null, Engagement.UNKNOWN));
    }

    Optional<Dated> time(Element item) {
        return find(Spot.POST_TIME, item).flatMap(new DateReader(zone, readAt)::read);
    }

    /** What the author said. */
    Optional<String> text(Element item) {
        Element said = item.clone();
        selectors.place(Spot.POST_REMOVE).ifPresent(css -> css.in(said).forEach(Node::remove));
        return selectors.field(Spot.POST_TEXT).flatMap(field -> field.in(said, TextCleaner::of));
    }

    /** The address of the page after this one. */
    Optional<String> next(Spot spot) {
        return find(spot, content).flatMap(href -> Links.follow(url, href));
    }

    /** The value of a field. */
    Optional<String> find(Spot spot, Element item) {
        return selectors.field(spot).flatMap(field -> field.in(item));
    }

    /** The elements of a spot; there may be none. */
    Elements elements(Spot spot) {
        return selectors.place(spot).map(css -> css.in(content)).orElseGet(Elements::new);
    }

    private Elements items(Spot spot) throws SourceException {
        Elements items = elements(spot);
        if (items.isEmpty()) {
            throw unreadable(spot);
        }
        return items;
    }

    private SourceException unreadablePosts(Elements items) {
        if (items.stream().allMatch(item -> find(Spot.POST_ID, item).isEmpty())) {
            return unreadable(Spot.POST_ID);
        }
        return unreadable(items.stream().allMatch(item -> time(item).isEmpty()) ? Spot.POST_TIME : Spot.POST_TEXT);
    }

    private SourceException unreadable(Spot spot) {
        boolean login = !content.select("input[type=password]").isEmpty();
        if (login && member) {
            return new SourceException(
                    Problem.Kind.ACCESS,
                    PublicUrl.of(url) + " shows a log-in instead of what members see: what stands under 'cookie' has"
                            + " expired, or may not see this. Log in with a browser, and put its new cookie there.");
        }
        String origin = preset == null ? "" : " (preset " + preset.name() + ")";
        String page = login
                ? "it has a log-in form, so perhaps it is for members only, and needs a good 'cookie'"
                : "if it shows a log-in, the forum must be readable without one, or needs a good 'cookie'";
        return new SourceException(
                Problem.Kind.UNREADABLE,
                "%s%s, '%s', found nothing that can be read on %s. Open that page in a browser: %s; if its layout has changed, correct the selector."
                        .formatted(spot.key(), origin, selectors.text(spot), PublicUrl.of(url), page));
    }
}
