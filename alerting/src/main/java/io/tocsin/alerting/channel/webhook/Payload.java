package io.tocsin.alerting.channel.webhook;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.notify.Alert;
import io.tocsin.alerting.notify.Links;
import io.tocsin.alerting.notify.Wording;
import io.tocsin.alerting.rule.Breach;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a webhook is told, as JSON: {@code type}, {@code timestamp} and {@code data}, as Standard Webhooks recommends.
 *
 * @param type {@code incident.opened}, {@code incident.reopened}, or {@code incident.escalated} for every later step
 * @param timestamp when this attempt was made
 */
record Payload(String type, Instant timestamp, Data data) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final Wording ENGLISH = Wording.of(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Wording CHINESE = Wording.of(Locale.CHINESE, ZoneOffset.UTC);

    /**
     * The alert.
     *
     * @param attempt from 1; a later one may repeat a call that arrived
     * @param acknowledgeUrl a page with a button; opening it changes nothing
     */
    record Data(Story incident, Reason reason, List<Quote> posts, int step, int attempt, URI url, URI acknowledgeUrl) {}

    /** The incident. */
    record Story(String id, String watch, Text title, int severity, int episode, int posts, Instant openedAt) {}

    /** A sentence in both languages. */
    record Text(String en, String zh) {}

    /**
     * Why it rings. What a rule does not know is {@code null}.
     *
     * @param kind {@code surge}, {@code copies} or {@code severe-post}
     * @param copying how many only said again what others had said
     * @param platforms on how many platforms they did
     * @param signs the words that made a post severe
     */
    record Reason(
            String kind,
            String rule,
            Text sentence,
            Instant at,
            @Nullable Long windowSeconds,
            @Nullable Integer count,
            @Nullable Integer copying,
            @Nullable Integer platforms,
            @Nullable Double expected,
            @Nullable Double chance,
            List<String> signs) {}

    /** One of the first posts. */
    record Quote(
            String id,
            String platform,
            @Nullable String url,
            @Nullable String author,
            String text,
            @Nullable String copyOf,
            Instant createdAt,
            @Nullable String precision,
            int severity,
            boolean synthetic) {}

    static Payload of(Alert alert, Links links) {
        Incident incident = alert.incident();
        Data data = new Data(
                new Story(
                        incident.id(),
                        incident.watch(),
                        new Text(ENGLISH.title(incident), CHINESE.title(incident)),
                        incident.severity(),
                        incident.episode(),
                        incident.posts().size(),
                        incident.openedAt()),
                reason(incident.reason()),
                alert.posts().stream().map(Payload::quote).toList(),
                alert.notification().step(),
                alert.notification().attempts(),
                links.incident(incident),
                links.acknowledge(incident, alert.notification().recipient(), alert.now()));
        return new Payload(type(alert), alert.now(), data);
    }

    private static String type(Alert alert) {
        if (alert.notification().step() > 1) {
            return "incident.escalated";
        }
        return alert.notification().episode() > 1 ? "incident.reopened" : "incident.opened";
    }

    private static Reason reason(Breach breach) {
        Text sentence = new Text(ENGLISH.reason(breach), CHINESE.reason(breach));
        return switch (breach) {
            case Breach.Surge surge ->
                new Reason(
                        "surge",
                        surge.rule(),
                        sentence,
                        surge.at(),
                        surge.window().toSeconds(),
                        surge.count(),
                        null,
                        null,
                        surge.expected(),
                        surge.chance(),
                        List.of());
            case Breach.Copied copied ->
                new Reason(
                        "copies",
                        copied.rule(),
                        sentence,
                        copied.at(),
                        copied.window().toSeconds(),
                        copied.count(),
                        copied.copying(),
                        copied.platforms(),
                        copied.expected(),
                        copied.chance(),
                        List.of());
            case Breach.SeverePost severe ->
                new Reason(
                        "severe-post",
                        severe.rule(),
                        sentence,
                        severe.at(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        severe.signs());
        };
    }

    private static Quote quote(AnalyzedPost analyzed) {
        Post post = analyzed.post();
        Author author = post.author();
        return new Quote(
                post.id(),
                post.platform(),
                post.url(),
                author == null ? null : author.handle(),
                post.text(),
                post.copyOf(),
                post.createdAt(),
                post.precision() == null ? null : post.precision().word(),
                analyzed.analysis().severity().level(),
                post.synthetic());
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
