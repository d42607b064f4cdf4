package io.tocsin.collector.connect.forum;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** vBulletin 5, the default style. */
record VBulletin5Pages() implements ForumPages {

    @Override
    public String preset() {
        return "vbulletin5";
    }

    @Override
    public String title() {
        return "vBulletin 5";
    }

    @Override
    public String board(int page) {
        return "/forum/support" + (page > 1 ? "/page" + page : "");
    }

    @Override
    public String thread(int id, int page) {
        return "/forum/support/" + id + "-thread" + (page > 1 ? "/page" + page : "");
    }

    @Override
    public List<String> times() {
        return List.of(
                "<time itemprop='dateCreated' datetime='2026-02-27T09:15:00'>02-27-2026, 09:15 AM</time>",
                "<time itemprop='dateCreated' datetime='2026-02-28T12:30:00'>Yesterday, 12:30 PM</time>",
                "3 minutes ago",
                "<time itemprop='dateCreated' datetime='2026-03-01T19:59:00'>Today, 07:59 PM</time>");
    }

    @Override
    public String row(Row row) {
        return """
                <table><tr class="topic-item js-topic-item" data-node-id="%1$d"><td class="cell-topic"><div class="topic-info h-clear">
                <a href="/forum/support/%1$d-thread" class="topic-title js-topic-title">%2$s</a></div>
                <div class="topic-info">Started by <a>somebody</a>, <span class="date">02-27-2026, 09:15 AM</span></div></td>
                <td class="cell-count"><div class="posts-count">%3$d responses</div><div class="views-count">1,203 views</div></td>
                <td class="cell-lastpost"><div class="lastpost-by">by <a>somebody</a></div>
                <span class="post-date lastpost-date">03-01-2026, 07:%3$02d PM</span></td></tr></table>
                """.formatted(row.id(), row.title(), row.replies());
    }

    @Override
    public String reply(Reply reply) {
        String quote = reply.quoted().isEmpty()
                ? ""
                : "<div class=\"bbcode_container\"><div class=\"bbcode_quote\"><div class=\"quote_container\">"
                        + reply.quoted() + "</div></div></div>";
        return """
                <li data-node-id="%1$d" data-node-publishdate="1772154900" class="b-post js-post" itemscope><a id="post%1$d"></a>
                <div class="b-userinfo"><div class="author h-text-size--14" itemprop="author"><strong><a class="js-author"><span itemprop="name">%2$s</span></a></strong></div></div>
                <div class="b-post__content js-post__content"><div class="b-media__body"><h2 class="b-post__title js-post-title">a title</h2>
                <div class="b-post__timestamp">%3$s</div></div>
                <div class="js-post__content-text restore h-wordwrap" itemprop="text">%4$s%5$s</div></div>
                <div class="b-post__footer"><div class="post-signature restore">my signature</div></div></li>
                """.formatted(reply.id(), reply.author(), times().get(reply.form()), quote, reply.text());
    }

    @Override
    public String page(String content, @Nullable String next) {
        return """
                <!DOCTYPE html><html><head><meta charset="utf-8"><meta name="generator" content="vBulletin 5.6.9" />%s</head>
                <body><ul class="conversation-list">%s</ul></body></html>
                """.formatted(next == null ? "" : "<link rel=\"next\" href=\"" + next + "\">", content);
    }
}
