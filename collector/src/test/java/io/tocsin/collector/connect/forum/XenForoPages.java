package io.tocsin.collector.connect.forum;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** XenForo 2, the default theme. */
record XenForoPages() implements ForumPages {

    @Override
    public String preset() {
        return "xenforo";
    }

    @Override
    public String title() {
        return "XenForo 2";
    }

    @Override
    public String board(int page) {
        return "/forums/support.2/" + (page > 1 ? "page-" + page : "");
    }

    @Override
    public String thread(int id, int page) {
        return "/threads/thread." + id + "/" + (page > 1 ? "page-" + page : "");
    }

    @Override
    public List<String> times() {
        return List.of(
                time("2026-02-27T09:15:00+0800", 1772154900, "Feb 27, 2026"),
                time("2026-02-28T12:30:00+0800", 1772253000, "Yesterday at 12:30 PM"),
                "<time class=\"u-dt\" data-timestamp=\"1772366220\">3 minutes ago</time>",
                time("2026-03-01T19:59:00+0800", 1772366340, "A moment ago"));
    }

    private static String time(String iso, long seconds, String shown) {
        return "<time class=\"u-dt\" dir=\"auto\" datetime=\"%s\" data-timestamp=\"%d\">%s</time>"
                .formatted(iso, seconds, shown);
    }

    @Override
    public String row(Row row) {
        return """
                <div class="structItem structItem--thread js-inlineModContainer js-threadListItem-%1$d" data-author="somebody">
                <div class="structItem-cell structItem-cell--main"><div class="structItem-title">
                <a href="/forums/support.2/?prefix_id=1" class="labelLink"><span class="label">Defect</span></a>
                <a href="/threads/thread.%1$d/unread" data-tp-primary="on">%2$s</a></div>
                <div class="structItem-minor"><time class="u-dt" datetime="2026-02-27T09:15:00+0800">Feb 27, 2026</time></div></div>
                <div class="structItem-cell structItem-cell--meta"><dl class="pairs pairs--justified"><dt>Replies</dt><dd>%3$d</dd></dl>
                <dl class="pairs pairs--justified structItem-minor"><dt>Views</dt><dd>1K</dd></dl></div>
                <div class="structItem-cell structItem-cell--latest"><a href="/threads/thread.%1$d/latest">
                <time class="structItem-latestDate u-dt" datetime="2026-03-01T19:%3$02d:00+0800">3 minutes ago</time></a></div></div>
                """.formatted(row.id(), row.title(), row.replies());
    }

    @Override
    public String reply(Reply reply) {
        String quote = reply.quoted().isEmpty()
                ? ""
                : "<blockquote class=\"bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote\"><div class=\"bbCodeBlock-content\">"
                        + reply.quoted() + "</div></blockquote>";
        return """
                <article class="message message--post js-post" data-author="%2$s" data-content="post-%1$d" id="js-post-%1$d">
                <div class="message-inner"><div class="message-cell message-cell--user"><h4 class="message-name"><a class="username">%2$s</a></h4>
                Joined <time class="u-dt" datetime="2020-01-01T00:00:00+0800">Jan 1, 2020</time></div>
                <div class="message-cell message-cell--main"><header class="message-attribution"><a href="/threads/thread.1/post-%1$d">%3$s</a></header>
                <div class="message-content"><article class="message-body js-selectToQuote"><div><div class="bbWrapper">%4$s%5$s
                <div class="messageHide">You must reply to see the hidden content.</div></div></div></article>
                <aside class="message-signature"><div class="bbWrapper">my signature</div></aside></div></div></div></article>
                """.formatted(reply.id(), reply.author(), times().get(reply.form()), quote, reply.text());
    }

    @Override
    public String page(String content, @Nullable String next) {
        return """
                <!DOCTYPE html><html id="XF" lang="en-US" data-app="public" data-template="forum_view"><head><meta charset="utf-8"></head>
                <body><div class="structItemContainer">%s</div>%s</body></html>
                """.formatted(
                        content,
                        next == null
                                ? ""
                                : "<nav class=\"pageNavWrapper\"><a href=\"" + next
                                        + "\" class=\"pageNav-jump pageNav-jump--next\">Next</a></nav>");
    }
}
