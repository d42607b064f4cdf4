package io.tocsin.collector.connect.forum;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Discuz! X, the desktop theme. */
record DiscuzPages(Charset charset) implements ForumPages {

    @Override
    public String preset() {
        return "discuz";
    }

    @Override
    public String title() {
        return "Discuz! X";
    }

    @Override
    public String board(int page) {
        return "/forum.php?fid=2&mod=forumdisplay" + (page > 1 ? "&page=" + page : "");
    }

    @Override
    public String thread(int id, int page) {
        return "/forum.php?mod=viewthread" + (page > 1 ? "&page=" + page : "") + "&tid=" + id;
    }

    @Override
    public List<String> times() {
        return List.of(
                "2026-2-27 09:15",
                "<span title=\"2026-2-28 12:30:00\">昨天&nbsp;12:30</span>",
                "3&nbsp;分钟前",
                "<span title=\"2026-3-1 19:59:00\">1&nbsp;分钟前</span>");
    }

    @Override
    public String list(List<Row> rows, @Nullable String next) {
        String content = rows.stream().map(this::row).collect(Collectors.joining("\n"));
        return page("<table id=\"threadlisttableid\">" + content + "</table>", next);
    }

    @Override
    public String row(Row row) {
        return """
                <tbody id="normalthread_%1$d"><tr><td class="icn"><a href="forum.php?mod=viewthread&amp;tid=%1$d"><img></a></td>
                <th class="common"><em>[<a href="forum.php?mod=forumdisplay&amp;typeid=9">求助</a>]</em>
                <a href="forum.php?mod=viewthread&amp;tid=%1$d&amp;extra=page%%3D1" onclick="atarget(this)" class="s xst">%2$s</a></th>
                <td class="by"><cite><a href="home.php?mod=space&amp;uid=5">某人</a></cite><em><span>2026-2-27</span></em></td>
                <td class="num"><a href="forum.php?mod=viewthread&amp;tid=%1$d" class="xi2">%3$d</a><em>1203</em></td>
                <td class="by"><cite><a>某人</a></cite><em><a href="forum.php?mod=redirect&amp;tid=%1$d&amp;goto=lastpost#lastpost">
                <span title="2026-3-1 19:%3$02d">3&nbsp;分钟前</span></a></em></td></tr></tbody>
                """.formatted(row.id(), row.title(), row.replies());
    }

    @Override
    public String reply(Reply reply) {
        String quote = reply.quoted().isEmpty()
                ? ""
                : "<div class=\"quote\"><blockquote><font><a>某人 发表于 2026-2-27 09:15</a></font><br>" + reply.quoted()
                        + "</blockquote></div><br>";
        return """
                <div id="post_%1$d"><table id="pid%1$d" class="plhin"><tr><td class="pls" rowspan="2">
                <div class="pi"><div class="authi"><a href="home.php?mod=space&amp;uid=7" class="xw1">%2$s</a></div></div></td>
                <td class="plc"><div class="pi"><strong><a id="postnum%1$d"><em>2</em><sup>#</sup></a></strong>
                <div class="pti"><div class="authi"><em id="authorposton%1$d">发表于 %3$s</em> <a rel="nofollow">只看该作者</a></div></div></div>
                <div class="pct"><div class="pcb"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_%1$d">
                <i class="pstatus"> 本帖最后由 某人 于 2026-3-1 10:00 编辑 </i><br>%4$s%5$s<font class="jammer">8 z' ~* x</font><br>
                <span style="display:none">: `# l0 D</span><div class="locked">游客，如果您要查看本帖隐藏内容请<a>回复</a></div>
                </td></tr></table></div><div id="post_rate_div_%1$d"></div></div></div></td></tr>
                <tr><td class="plc plm"><div class="sign">我的签名</div></td></tr></table></div>
                """.formatted(reply.id(), reply.author(), times().get(reply.form()), quote, reply.text());
    }

    @Override
    public String page(String content, @Nullable String next) {
        return """
                <!DOCTYPE html><html><head><meta charset="%s"><meta name="generator" content="Discuz! X3.4"></head>
                <body id="nv_forum"><form id="lsform"><input name="username"><input type="password" name="password"></form>
                <div id="wp">%s</div>
                <div class="pg"><strong>1</strong><a>2</a>%s</div></body></html>
                """.formatted(charset.name(), content, next == null ? "" : "<a href='" + next + "' class='nxt'>下一页</a>");
    }
}
