package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.IncidentEvent.Kind;
import io.tocsin.alerting.notify.Notification;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the console with invented incidents to whoever works on its pages: log in as {@code wang}. */
public final class ConsolePreview {
    private final Instant now = Instant.now();
    private final World world = new World();

    private ConsolePreview() {}

    /** Prints the address and the password, and runs until it is stopped. */
    public static void main(String... arguments) {
        int port = arguments.length == 0 ? 8080 : Integer.parseInt(arguments[0]);
        ConsolePreview preview = new ConsolePreview();
        if (arguments.length < 2) {
            preview.invent();
        }
        preview.world.set(preview.now);
        RunningConsole console = RunningConsole.start(
                preview.world, new ConsoleSettings("127.0.0.1", port, URI.create("http://127.0.0.1:" + port)));
        console.addUser("wang", false);
        Incident first = preview.world.incidents.page(0, 1).stream().findFirst().orElse(null);
        System.out.println(console.address() + " wang / " + RunningConsole.PASSWORD);
        if (first != null) {
            System.out.println(
                    console.address() + "/ack/" + preview.world.links.token(first, "duty@example.org", preview.now));
        }
    }

    private void invent() {
        source("qingyun-bbs", "forum", "https://bbs.example.cn/forum-2-1.html");
        source("telecom-news", "feed", "https://news.example.org/feed.xml");
        source("consumer-forum", "forum", "https://forum.example.org/c/complaints");
        world.sources.advance("qingyun-bbs", new Cursor("x"), 18_243, ago(1));
        world.sources.advance("telecom-news", new Cursor("x"), 1_204, ago(3));
        world.sources.advance("consumer-forum", new Cursor("x"), 611, ago(95));
        world.sources.fail(
                "consumer-forum",
                new Problem(
                        Problem.Kind.UNREADABLE,
                        "list.item \"tr.topic-list-item\" found nothing on https://forum.example.org/c/complaints."
                                + " The layout may have changed: open the page and correct the selector."),
                ago(2),
                now.plusSeconds(740));
        world.set(ago(4_000));
        world.surge("k2m9x4", "云信宽带", 1, "weibo:5");
        world.set(ago(3_100));
        world.actions.acknowledge("k2m9x4", "li");
        world.set(ago(2_900));
        world.actions.resolve("k2m9x4", "li");
        world.set(ago(190));
        post("weibo:9", "The shop told me to wait another week for a SIM card. Annoying.", null, 1, null, "en");
        world.surge("p7v3q8", "Acme Mobile", 2, "weibo:9", "weibo:5", "weibo:4");
        world.set(ago(170));
        world.actions.acknowledge("p7v3q8", "li");
        world.set(ago(12));
        post("weibo:1", "客服打了三次都没人接。你们多扣了我 380 元，再不退钱我就去工信部投诉！", "再不退钱我就去工信部投诉！", 3, null, "zh", "工信部");
        post(
                "weibo:2",
                "No signal since last night in the whole district. My mother could not call an ambulance. Shame on you!",
                "My mother could not call an ambulance.",
                3,
                "javascript:alert(1)",
                "en",
                "ambulance");
        post("weibo:3", "昨晚到现在没信号，耽误了一天生意，损失谁赔？", "耽误了一天生意，损失谁赔？", 2, null, "zh", "损失", "赔");
        post("weibo:4", "<script>alert('hi')</script> charged twice again, second month in a row", null, 2, null, "en");
        post("weibo:5", "网速慢得要命，打开一个网页要半分钟。", "网速慢得要命，打开一个网页要半分钟。", 1, null, "zh");
        world.surge("t4n8c1", "云信移动", 3, "weibo:1", "weibo:2", "weibo:3", "weibo:4", "weibo:5");
        history();
        world.set(ago(20));
        copies();
        world.set(ago(34));
        world.severe("w6b2d5", "Acme Mobile", "weibo:2", "ambulance");
    }

    private void copies() {
        String text = "云信移动多扣了我 380 元话费，客服推来推去，三天了没有人管。";
        post("weibo:6", text, "三天了没有人管。", 2, null, "zh", "多扣");
        List<String> posts = new ArrayList<>(List.of("weibo:6"));
        for (String platform : List.of("weibo", "bbs.example.cn", "xiaohongshu", "weibo", "bbs.example.cn", "weibo")) {
            String id = platform + ":copy" + posts.size();
            Post copy = Post.builder(id, platform, "转发！" + text, world.instant().minusSeconds(30L * posts.size()))
                    .url("https://social.example.org/p/" + posts.size())
                    .language("zh")
                    .author(Author.of(id + "u", "路人_" + posts.size()))
                    .copyOf("weibo:6")
                    .synthetic(true)
                    .build();
            world.store(copy, 2, null);
            posts.add(id);
        }
        world.copied("c6p1d8", "云信移动", posts.toArray(String[]::new));
    }

    private void history() {
        event(11, Kind.NOTIFIED, "duty@example.org", "1");
        event(9, Kind.EVIDENCE_ADDED, null, "3");
        event(7, Kind.WORSENED, null, "3");
        event(4, Kind.NOTIFICATION_FAILED, "hooks.example.org", "the server answered 503");
        event(2, Kind.NOTED, "li", "Called the network desk: a cell tower lost power at 22:40, crew is on the way.");
        world.sent.enqueue(List.of(
                new Notification(
                        "a",
                        "t4n8c1",
                        1,
                        1,
                        "duty-mail",
                        "duty@example.org",
                        Notification.State.SENT,
                        ago(12),
                        1,
                        ago(12),
                        ago(11),
                        null),
                new Notification(
                        "b",
                        "t4n8c1",
                        1,
                        1,
                        "hook",
                        "hooks.example.org",
                        Notification.State.FAILED,
                        ago(12),
                        5,
                        ago(12),
                        ago(4),
                        "The server answered 503. Check that the receiver runs."),
                new Notification(
                        "c",
                        "t4n8c1",
                        1,
                        2,
                        "boss-mail",
                        "boss@example.org",
                        Notification.State.WAITING,
                        ago(2),
                        0,
                        now,
                        null,
                        null)));
    }

    private void event(int minutes, Kind kind, @Nullable String actor, String text) {
        world.incidents.record(new IncidentEvent("t4n8c1", ago(minutes), kind, actor, text));
    }

    private void source(String name, String kind, String address) {
        world.configured.add(new Source(name, kind, address, Duration.ofMinutes(5)));
    }

    private void post(
            String id,
            String text,
            @Nullable String key,
            int level,
            @Nullable String url,
            String language,
            String... signs) {
        Post post = Post.builder(
                        id,
                        id.length() % 2 == 0 ? "forum" : "weibo",
                        text,
                        world.instant().minusSeconds(90L * level))
                .url(url == null ? "https://social.example.org/p/" + id.substring(6) : url)
                .language(language)
                .author(new Author(id + "u", "用户_" + id.substring(6), null, level * 4_217L, null, null, null))
                .engagement(new Engagement(level * 31L, level * 12L, null, null))
                .synthetic(true)
                .build();
        world.store(post, level, key, signs);
    }

    private Instant ago(long minutes) {
        return now.minusSeconds(minutes * 60);
    }
}
