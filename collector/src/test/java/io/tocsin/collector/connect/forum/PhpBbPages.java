package io.tocsin.collector.connect.forum;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * phpBB, the theme prosilver.
 *
 * @param old as versions before 3.2 write it, without elements for times
 */
record PhpBbPages(boolean old) implements ForumPages {
    private static final String SESSION = "sid=0123456789abcdef0123456789abcdef";

    @Override
    public String preset() {
        return "phpbb";
    }

    @Override
    public String title() {
        return "phpBB 3";
    }

    @Override
    public String board(int page) {
        return "/viewforum.php?f=2" + (page > 1 ? "&start=" + 25 * (page - 1) : "");
    }

    @Override
    public String thread(int id, int page) {
        return "/viewtopic.php?" + (page > 1 ? "start=" + 10 * (page - 1) + "&" : "") + "t=" + id;
    }

    @Override
    public List<String> times() {
        return old
                ? List.of(
                        "Fri Feb 27, 2026 9:15 am", "Yesterday, 12:30 pm", "3 minutes ago", "Sun Mar 01, 2026 7:59 pm")
                : List.of(
                        "<time datetime=\"2026-02-27T01:15:00+00:00\">Fri Feb 27, 2026 9:15 am</time>",
                        "<time datetime=\"2026-02-28T04:30:00+00:00\">Yesterday, 12:30</time>",
                        "<time datetime=\"2026-03-01T11:57:00+00:00\">3 minutes ago</time>",
                        "<time datetime=\"2026-03-01T11:59:00+00:00\">1 minute ago</time>");
    }

    @Override
    public String row(Row row) {
        return """
                <li class="row bg1"><dl class="row-item topic_read"><dt><div class="list-inner">
                <a href="./viewtopic.php?t=%1$d&amp;%4$s" class="topictitle">%2$s</a><br>
                <div class="topic-poster">by <a class="username">somebody</a> &raquo; Fri Feb 27, 2026 9:15 am</div></div></dt>
                <dd class="posts">%3$d <dfn>Replies</dfn></dd><dd class="views">9 <dfn>Views</dfn></dd>
                <dd class="lastpost"><span><dfn>Last post </dfn>by <a class="username">somebody</a>
                <a href="./viewtopic.php?p=9#p9"></a><br>Sun Mar 01, 2026 7:%3$02d pm</span></dd></dl></li>
                """.formatted(row.id(), row.title(), row.replies(), SESSION);
    }

    @Override
    public String reply(Reply reply) {
        String quote = reply.quoted().isEmpty()
                ? ""
                : "<blockquote><div><cite>somebody wrote:</cite>" + reply.quoted() + "</div></blockquote>";
        return """
                <div id="p%1$d" class="post has-profile bg2"><div class="inner"><dl class="postprofile"><dt><a class="username">%2$s</a></dt></dl>
                <div class="postbody"><div id="post_content%1$d"><h3><a href="#p%1$d">Re: a title</a></h3>
                <p class="author"><a class="unread" href="./viewtopic.php?p=%1$d"><span>Post</span></a>
                <span class="responsive-hide">by <strong><a href="./memberlist.php?u=3" class="username">%2$s</a></strong> &raquo; </span>%3$s</p>
                <div class="content">%4$s%5$s</div><div class="notice">Last edited by somebody on Sun Mar 01, 2026 10:00 am.</div>
                <div id="sig%1$d" class="signature">my signature</div></div></div></div></div>
                """.formatted(reply.id(), reply.author(), times().get(reply.form()), quote, reply.text());
    }

    @Override
    public String page(String content, @Nullable String next) {
        String link = next == null ? "" : next + "&amp;" + SESSION;
        String arrow = old
                ? "<a href=\"" + link + "\" class=\"right-box right\">Next</a>"
                : "<div class=\"pagination\"><ul><li class=\"arrow next\"><a class=\"button\" href=\"" + link
                        + "\" rel=\"next\">Next</a></li></ul></div>";
        return """
                <!DOCTYPE html><html><head><meta charset="utf-8"><title>board</title></head>
                <body id="phpbb" class="section-viewforum ltr"><ul class="topiclist"><li class="header"><dd class="posts">Replies</dd></li></ul>
                <ul class="topiclist topics">%s</ul>%s</body></html>
                """.formatted(content, next == null ? "" : arrow);
    }
}
