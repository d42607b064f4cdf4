package io.tocsin.app.config;

import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.connect.Css;
import io.tocsin.collector.connect.FeedSettings;
import io.tocsin.collector.connect.Field;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.FetchSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads the sections {@code fetch} and {@code sources}. */
final class CollectorReader {
    private static final Duration EVERY = Duration.ofMinutes(5);

    private CollectorReader() {}

    static Optional<CollectorSettings> read(Section root) {
        Optional<FetchSettings> fetch = fetch(root.section("fetch"));
        List<SourceSettings> sources = root.namedSections("sources").stream()
                .flatMap(source -> source(source).stream())
                .toList();
        return root.ifSound(() -> new CollectorSettings(fetch.orElseThrow(), sources));
    }

    private static Optional<FetchSettings> fetch(Section section) {
        FetchSettings usual = FetchSettings.DEFAULT;
        String contact = section.optional("contact", Types.CONTACT).orElse(usual.contact());
        Duration delay = section.optional("delay", Amounts.DURATION).orElse(usual.delay());
        Duration timeout = section.optional("timeout", Amounts.INTERVAL).orElse(usual.timeout());
        long bodyLimit = section.optional("body_limit", Amounts.BYTES).orElse(usual.bodyLimit());
        return section.build(() -> new FetchSettings(contact, delay, timeout, bodyLimit));
    }

    private static Optional<SourceSettings> source(Section section) {
        String name = section.required("name", Types.NAME);
        Duration every = section.optional("every", Amounts.INTERVAL).orElse(EVERY);
        boolean internal = section.optional("internal", Types.TRUE_OR_FALSE).orElse(false);
        return section.kind(List.of("feed", "forum")).flatMap(kind -> switch (kind) {
            case "feed" -> feed(section, name, every, internal);
            default -> forum(section, name, every, internal);
        });
    }

    private static Optional<SourceSettings> feed(Section section, String name, Duration every, boolean internal) {
        String url = section.required("url", Types.WEB_PAGE.like("https://example.org/feed.xml"));
        return section.build(() -> new FeedSettings(name, url, every, internal));
    }

    private static Optional<SourceSettings> forum(Section section, String name, Duration every, boolean internal) {
        ZoneId zone = section.optional("zone", Types.ZONE).orElse(ZoneOffset.UTC);
        Optional<ForumSettings.ListPage> list = listPage(section.requiredSection("list"));
        Optional<ForumSettings.ThreadPage> thread = threadPage(section.section("thread"));
        Optional<ForumSettings.PostItem> post = postItem(section.requiredSection("post"));
        return section.build(() -> new ForumSettings(
                name, every, zone, internal, list.orElseThrow(), thread.orElseThrow(), post.orElseThrow()));
    }

    private static Optional<ForumSettings.ListPage> listPage(Section section) {
        String url = section.required("url", Types.WEB_PAGE.like("https://bbs.example.cn/forum-2-{page}.html"));
        int pages = section.optional("pages", Amounts.PAGES).orElse(1);
        Css item = section.required("item", Types.SELECTOR.like("tbody[id^=normalthread_]"));
        List<String> link = section.requiredList("link", Types.FIELD.like("a.title@href"));
        List<String> title = section.requiredList("title", Types.FIELD.like("a.title"));
        Optional<Field> replies = field(section, "replies");
        Optional<Field> lastReply = field(section, "last_reply");
        return section.build(() -> new ForumSettings.ListPage(
                url, pages, item, Field.parse(link), Field.parse(title), replies.orElse(null), lastReply.orElse(null)));
    }

    private static Optional<ForumSettings.ThreadPage> threadPage(Section section) {
        Optional<Field> next = field(section, "next");
        int pages = section.optional("pages", Amounts.PAGES).orElse(30);
        return section.build(() -> new ForumSettings.ThreadPage(next.orElse(null), pages));
    }

    private static Optional<ForumSettings.PostItem> postItem(Section section) {
        Css item = section.required("item", Types.SELECTOR.like("div.post"));
        List<String> id = section.requiredList("id", Types.FIELD.like("@id"));
        Optional<Field> author = field(section, "author");
        List<String> time = section.requiredList("time", Types.FIELD.like("time@datetime"));
        List<String> text = section.requiredList("text", Types.FIELD.like("div.content"));
        Optional<Css> remove = section.optional("remove", Types.SELECTOR);
        return section.build(() -> new ForumSettings.PostItem(
                item, Field.parse(id), author.orElse(null), Field.parse(time), Field.parse(text), remove.orElse(null)));
    }

    /** One that may be left out. */
    private static Optional<Field> field(Section section, String key) {
        List<String> alternatives = section.list(key, Types.FIELD);
        return alternatives.isEmpty() ? Optional.empty() : Optional.of(Field.parse(alternatives));
    }
}
