package io.tocsin.collector.connect.forum;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** vBulletin 4, the default style. */
record VBulletin4Pages() implements ForumPages {
    private static final String SESSION = "s=0123456789abcdef0123456789abcdef";

    @Override
    public String preset() {
        return "vbulletin4";
    }

    @Override
    public String title() {
        return "vBulletin 4";
    }

    @Override
    public String board(int page) {
        return "/forumdisplay.php?f=2" + (page > 1 ? "&page=" + page : "");
    }

    @Override
    public String thread(int id, int page) {
        return "/showthread.php?" + (page > 1 ? "page=" + page + "&" : "") + "t=" + id;
    }

    @Override
    public List<String> times() {
        return List.of(
                "02-27-2026,&nbsp;<span class=\"time\">09:15 AM</span>",
                "Yesterday,&nbsp;<span class=\"time\">12:30 PM</span>",
                "3 Minutes Ago",
                "Today,&nbsp;<span class=\"time\">07:59 PM</span>");
    }

    @Override
    public String row(Row row) {
        return """
                <li class="threadbit hot" id="thread_%1$d"><div class="rating0 nonsticky"><div class="threadinfo">
                <a class="threadstatus"></a><div class="inner"><h3 class="threadtitle"><span class="prefix">Defect</span>
                <a class="title" href="showthread.php?%4$s&amp;t=%1$d" id="thread_title_%1$d">%2$s</a></h3>
                <div class="author">Started by <a class="username">somebody</a>, 02-27-2026 09:15 AM</div></div></div>
                <ul class="threadstats td alt"><li>Replies: <a>%3$d</a></li><li>Views: 1,203</li></ul>
                <dl class="threadlastpost td"><dt class="lastpostby hidden">Last Post By</dt><dd>by <a class="username">somebody</a></dd>
                <dd>03-01-2026,&nbsp;<em class="time">07:%3$02d PM</em></dd></dl></div></li>
                """.formatted(row.id(), row.title(), row.replies(), SESSION);
    }

    @Override
    public String reply(Reply reply) {
        String quote = reply.quoted().isEmpty()
                ? ""
                : "<div class=\"bbcode_container\"><div class=\"bbcode_quote\"><div class=\"quote_container\">"
                        + "<div class=\"bbcode_postedby\">Originally Posted by somebody</div>" + reply.quoted()
                        + "</div></div></div>";
        return """
                <li class="postbitlegacy postbitim postcontainer old" id="post_%1$d"><div class="posthead">
                <span class="postdate old"><span class="date">%3$s</span></span><span class="nodecontrols"><a class="postcounter">#1</a></span></div>
                <div class="postdetails"><div class="userinfo"><div class="username_container"><a class="username offline"><strong>%2$s</strong></a></div>
                <dl class="userinfo_extra"><dt>Join Date</dt><dd>Jan 2020</dd></dl></div>
                <div class="postbody"><div class="postrow"><h2 class="title icon">a title</h2><div class="content">
                <div id="post_message_%1$d"><blockquote class="postcontent restore">%4$s%5$s</blockquote></div></div></div>
                <blockquote class="signature restore">my signature</blockquote></div></div></li>
                """.formatted(reply.id(), reply.author(), times().get(reply.form()), quote, reply.text());
    }

    @Override
    public String page(String content, @Nullable String next) {
        return """
                <!DOCTYPE html><html><head><meta charset="utf-8"><meta name="generator" content="vBulletin 4.2.5"></head>
                <body><div id="threadlist"><ol id="threads">%s</ol></div>%s</body></html>
                """.formatted(
                        content,
                        next == null
                                ? ""
                                : "<span class=\"prev_next\"><a rel=\"next\" href=\"" + next.substring(1) + "&amp;"
                                        + SESSION + "\"><img></a></span>");
    }
}
