package io.tocsin.collector.connect.forum;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** MyBB 1.8, the default theme. */
record MyBbPages() implements ForumPages {

    @Override
    public String preset() {
        return "mybb";
    }

    @Override
    public String title() {
        return "MyBB";
    }

    @Override
    public String board(int page) {
        return "/forumdisplay.php?fid=2" + (page > 1 ? "&page=" + page : "");
    }

    @Override
    public String thread(int id, int page) {
        return "/showthread.php?" + (page > 1 ? "page=" + page + "&" : "") + "tid=" + id;
    }

    @Override
    public List<String> times() {
        return List.of(
                "02-27-2026, 09:15 AM",
                "Yesterday, 12:30 PM",
                "<span title=\"03-01-2026, 07:57 PM\">3 minutes ago</span>",
                "<span title=\"03-01-2026, 07:59 PM\">Less than 1 minute ago</span>");
    }

    @Override
    public String row(Row row) {
        return """
                <table><tr class="inline_row"><td class="trow1 forumdisplay_regular"><span class="thread_status newfolder"></span></td>
                <td class="trow1 forumdisplay_regular"><div><a href="showthread.php?tid=%1$d&amp;action=newpost"><img></a>
                <span><span class="subject_new" id="tid_%1$d"><a href="showthread.php?tid=%1$d">%2$s</a></span></span>
                <div class="author smalltext"><a>somebody</a></div></div></td>
                <td class="trow1"><a href="javascript:void(0)" onclick="MyBB.whoPosted(%1$d); return false;">%3$d</a></td><td class="trow1">1,203</td>
                <td class="trow1"><span class="lastpost smalltext"><span title="03-01-2026, 07:%3$02d PM">3 minutes ago</span><br>
                <a href="showthread.php?tid=%1$d&amp;action=lastpost">Last Post</a>: <a>somebody</a></span></td></tr></table>
                """.formatted(row.id(), row.title(), row.replies());
    }

    @Override
    public String reply(Reply reply) {
        String quote = reply.quoted().isEmpty()
                ? ""
                : "<blockquote class=\"mycode_quote\"><cite><span> (02-27-2026, 09:15 AM)</span>somebody Wrote: </cite>"
                        + reply.quoted() + "</blockquote>";
        return """
                <a id="pid%1$d"></a><div class="post classic" id="post_%1$d"><div class="post_author"><div class="author_information">
                <strong><span class="largetext"><a>%2$s</a></span></strong><br><span class="smalltext">Member</span></div></div>
                <div class="post_content"><div class="post_head"><span class="post_date">%3$s <span class="post_edit" id="edited_by_%1$d">
                <span class="edited_post">(This post was last modified: 03-01-2026, 10:00 AM by <a>somebody</a>.)</span></span></span></div>
                <div class="post_body scaleimages" id="pid_%1$d">%4$s%5$s</div><div class="signature scaleimages">my signature</div></div></div>
                """.formatted(reply.id(), reply.author(), times().get(reply.form()), quote, reply.text());
    }

    @Override
    public String page(String content, @Nullable String next) {
        return """
                <!DOCTYPE html><html><head><meta charset="utf-8"><script src="https://forum.example.org/jscripts/general.js?ver=1821"></script></head>
                <body><div id="posts">%s</div>%s</body></html>
                """.formatted(
                        content,
                        next == null
                                ? ""
                                : "<div class=\"pagination\"><a href=\"" + next.substring(1)
                                        + "\" class=\"pagination_next\">Next »</a></div>");
    }
}
