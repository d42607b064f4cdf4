package io.tocsin.collector.connect.forum;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A forum in memory that serves its pages in the shape of Discuz! X: GBK, ten threads and three posts a page. */
final class InventedForum extends Dispatcher {
    static final int THREADS_PER_PAGE = 4;
    static final int POSTS_PER_PAGE = 3;
    private static final Charset GBK = Charset.forName("GBK");

    final Map<Integer, Topic> topics = new LinkedHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    /** Pages that are served instead of the forum's own, by path. */
    final Map<String, MockResponse> instead = new LinkedHashMap<>();

    private int clock;

    static final class Topic {
        final int id;
        final String title;
        final List<Reply> posts = new ArrayList<>();
        int changed;

        Topic(int id, String title) {
            this.id = id;
            this.title = title;
        }
    }

    record Reply(int id, String author, String text) {}

    synchronized Topic open(int id, String title, String author, String text) {
        Topic topic = new Topic(id, title);
        topics.put(id, topic);
        reply(topic, author, text);
        return topic;
    }

    synchronized void reply(Topic topic, String author, String text) {
        topic.posts.add(new Reply(topic.id * 100 + topic.posts.size(), author, text));
        topic.changed = ++clock;
    }

    synchronized void edit(Topic topic, int index, String text) {
        Reply old = topic.posts.get(index);
        topic.posts.set(index, new Reply(old.id(), old.author(), text));
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        String path = request.getTarget();
        if (path.equals("/robots.txt")) {
            return new MockResponse.Builder().code(404).build();
        }
        requests.add(path);
        MockResponse other = instead.get(path);
        if (other != null) {
            return other;
        }
        if (path.startsWith("/forum-2-")) {
            return html(list(number(path, "forum-2-(\\d+)")));
        }
        Topic topic = topics.get(number(path, "tid=(\\d+)"));
        return topic == null
                ? new MockResponse.Builder().code(404).build()
                : html(thread(topic, path.contains("page=") ? number(path, "page=(\\d+)") : 1));
    }

    static MockResponse html(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/html; charset=gbk")
                .body(new Buffer().write(body.getBytes(GBK)))
                .build();
    }

    private String list(int page) {
        List<Topic> ordered = topics.values().stream()
                .sorted(Comparator.comparingInt((Topic topic) -> topic.changed).reversed())
                .toList();
        int last = Math.max(1, (ordered.size() + THREADS_PER_PAGE - 1) / THREADS_PER_PAGE);
        int from = (Math.min(page, last) - 1) * THREADS_PER_PAGE;
        StringBuilder rows = new StringBuilder();
        ordered.subList(from, Math.min(from + THREADS_PER_PAGE, ordered.size()))
                .forEach(topic -> rows.append(
                        """
                <tbody id="normalthread_%d"><tr><th><a class="s xst" href="viewthread.php?tid=%d&amp;extra=page%%3D1">%s</a></th>
                <td class="num"><a class="xi2">%d</a><em>1203</em></td>
                <td class="by"><em><a><span title="2026-3-1 12:%02d">3&nbsp;分钟前</span></a></em></td></tr></tbody>
                """.formatted(topic.id, topic.id, topic.title, topic.posts.size() - 1, topic.changed % 60)));
        return "<html><body><table>" + rows + "</table></body></html>";
    }

    static String thread(Topic topic, int page) {
        int pages = (topic.posts.size() + POSTS_PER_PAGE - 1) / POSTS_PER_PAGE;
        int from = (Math.min(page, pages) - 1) * POSTS_PER_PAGE;
        StringBuilder html = new StringBuilder("<html><body>");
        topic.posts
                .subList(from, Math.min(from + POSTS_PER_PAGE, topic.posts.size()))
                .forEach(post -> html.append("""
                <div id="post_%d"><div class="authi"><a class="xw1">%s</a></div>
                <em>发表于 <span title="2026-3-1 12:30:15">昨天&nbsp;12:30</span></em>
                <td class="t_f"><div class="t_f" id="postmessage_%d"><div class="quote">quoted</div>%s<span style="display:none">noise</span></div></td></div>
                """.formatted(post.id(), post.author(), post.id(), post.text())));
        if (page < pages) {
            html.append("<div class=\"pg\"><a class=\"nxt\" href=\"viewthread.php?tid=%d&amp;page=%d\">下一页</a></div>"
                    .formatted(topic.id, page + 1));
        }
        return html.append("</body></html>").toString();
    }

    private static int number(String path, String pattern) {
        var matcher = java.util.regex.Pattern.compile(pattern).matcher(path);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
