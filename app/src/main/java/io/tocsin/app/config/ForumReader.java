package io.tocsin.app.config;

import io.tocsin.collector.connect.Css;
import io.tocsin.collector.connect.Field;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.connect.SourceSettings;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads a source that is a forum, described by selectors. */
final class ForumReader {
    private ForumReader() {}

    static Optional<SourceSettings> read(Section section, Polling polling) {
        ZoneId zone = section.optional("zone", Types.ZONE).orElse(ZoneOffset.UTC);
        Optional<ForumSettings.ListPage> list = listPage(section.requiredSection("list"));
        Optional<ForumSettings.ThreadPage> thread = threadPage(section.section("thread"));
        Optional<ForumSettings.PostItem> post = postItem(section.requiredSection("post"));
        return section.build(() -> new ForumSettings(
                polling.name(),
                polling.every(),
                zone,
                polling.internal(),
                list.orElseThrow(),
                thread.orElseThrow(),
                post.orElseThrow()));
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
