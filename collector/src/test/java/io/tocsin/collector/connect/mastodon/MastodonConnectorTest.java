package io.tocsin.collector.connect.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.MastodonSettings;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class MastodonConnectorTest extends BadAnswersContract {
    private final TreeMap<Integer, String> statuses = new TreeMap<>(Comparator.reverseOrder());
    private final List<HttpUrl> asked = new ArrayList<>();

    @Override
    protected SourceSettings settings() {
        return new MastodonSettings(Polls.polling(), site.url("/"), List.of("acme", "爱可美"), List.of(), null, false);
    }

    @Override
    protected void serve() {
        IntStream.rangeClosed(1, 95).forEach(id -> statuses.put(id, status(id, "<p>text " + id + "</p>", "")));
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return statuses.keySet().stream().map(id -> "mastodon:localhost/" + id).toList();
    }

    @Test
    void readsEveryFieldOfAStatus() {
        statuses.clear();
        statuses.put(7, status(7, "<p>The new <b>phone</b><br>smokes</p>", """
                        ,"spoiler_text":"fire","in_reply_to_id":"5","language":"en","url":"https://m.example/@ann/7"
                        """));

        Post post = polls.poll().getFirst();

        assertThat(post)
                .isEqualTo(Post.builder(
                                "mastodon:localhost/7",
                                "mastodon",
                                "fire\nThe new phone\nsmokes",
                                Instant.parse("2026-03-01T10:00:07Z"))
                        .url("https://m.example/@ann/7")
                        .language("en")
                        .author(new Author("mastodon:ann@m.example", "ann@m.example", "Ann", 1203L, null, null, null))
                        .inReplyTo("mastodon:localhost/5")
                        .engagement(new Engagement(3L, 2L, 9L, null))
                        .collectedAt(Polls.NOON)
                        .build());
    }

    @Test
    void aRepostKeepsItsOriginAndHasNoTextOfItsOwn() {
        statuses.clear();
        statuses.put(8, status(8, "<p>copied</p>", ",\"reblog\":" + status(3, "<p>copied</p>", "")));

        Post post = polls.poll().getFirst();

        assertThat(post.text()).isEmpty();
        assertThat(post.repostOf()).isEqualTo("mastodon:localhost/3");
    }

    @Test
    void asksForAllTagsAtOnceAndGoesBackPageByPage() {
        polls.poll();

        assertThat(asked.getFirst().encodedPath()).isEqualTo("/api/v1/timelines/tag/acme");
        assertThat(asked.getFirst().queryParameterValues("any[]")).containsExactly("爱可美");
        assertThat(asked).extracting(url -> url.queryParameter("max_id")).containsExactly(null, "56", "16");
    }

    @Test
    void whatCameWhileNobodyReadIsFetchedWithoutAGap() {
        polls.poll();
        IntStream.rangeClosed(96, 500).forEach(id -> statuses.put(id, status(id, "later " + id, "")));

        assertThat(polls.poll()).extracting(Post::id).containsExactlyInAnyOrderElementsOf(served().subList(0, 405));
    }

    @Test
    void aStatusThatArrivesLateAmongOlderOnesIsFoundAndAnEditIsDeliveredAgain() {
        polls.poll();
        statuses.put(90, status(90, "<p>edited</p>", ""));
        statuses.remove(88);
        polls.poll();
        statuses.put(88, status(88, "<p>came back with another text</p>", ""));

        assertThat(polls.poll()).extracting(Post::text).containsExactly("came back with another text");
        assertThat(polls.arrived()).extracting(Post::text).contains("edited");
    }

    @Test
    void anAuthorWhoAskedNotToBeIndexedIsLeftOut() {
        statuses.clear();
        statuses.put(1, status(1, "a", "").replace("\"acct\"", "\"noindex\":true,\"acct\""));
        statuses.put(2, status(2, "b", ""));

        assertThat(polls.poll()).extracting(Post::text).containsExactly("b");
    }

    @Test
    void oneOddStatusStopsNoOther() {
        statuses.put(90, "{\"id\":\"90\"}");

        assertThat(polls.poll()).hasSize(94);
        assertThat(polls.state().problem()).isNull();
    }

    @Test
    void aMissingFieldIsNamed() {
        statuses.replaceAll((id, json) -> json.replace("created_at", "createdAt"));

        assertThat(polls.poll()).isEmpty();
        assertThat(problem().message()).contains("field [0].created_at is missing", "/api/v1/timelines/tag/acme");
    }

    @Test
    void aDateInTheFutureIsKeptButCountsAsNow() {
        statuses.clear();
        statuses.put(9, status(9, "x", "").replace("2026-03-01T10", "2027-03-01T10"));

        Post post = polls.poll().getFirst();

        assertThat(post.writtenAt()).isEqualTo(Polls.NOON);
    }

    @Test
    void theSearchSendsTheTokenAndSaysWhichKeyHoldsOneThatHasExpired() {
        SourceSettings search =
                new MastodonSettings(Polls.polling(), site.url("/"), List.of(), List.of("acme phone"), "secret", false);
        try (Polls withToken = new Polls(search)) {
            assertThat(withToken.poll()).hasSize(95);

            site.program(request -> Optional.of(TestSite.status(401)));
            withToken.poll();

            String message = Objects.requireNonNull(withToken.state().problem()).message();
            assertThat(message).contains("'token'", "expired").doesNotContain("secret");
        }
        assertThat(asked.getFirst().encodedPath()).isEqualTo("/api/v2/search");
        assertThat(asked.getFirst().queryParameter("q")).isEqualTo("acme phone");
    }

    @Test
    void settingsWithoutAnythingToReadAreRefused() {
        assertThat(catchThrowable(() -> new MastodonSettings(
                        Polls.polling(), "https://m.example", List.of(), List.of("acme"), null, false)))
                .hasMessageContaining("'token'");
        assertThat(catchThrowable(() ->
                        new MastodonSettings(Polls.polling(), "https://m.example", List.of(), List.of(), null, false)))
                .hasMessageContaining("'tags'");
    }

    @Test
    void countsStatusesAgainAndMissesThoseThatAreNoMore() throws SourceException {
        statuses.put(7, status(7, "edited", "").replace("\"favourites_count\":9", "\"favourites_count\":99"));

        List<Reading> readings = polls.recount("mastodon:localhost/7", "mastodon:localhost/700");

        assertThat(readings).hasSize(2);
        assertThat(readings.getFirst()).isInstanceOfSatisfying(Reading.Seen.class, seen -> {
            assertThat(seen.post().text()).isEqualTo("edited");
            assertThat(seen.post().engagement()).isEqualTo(new Engagement(3L, 2L, 99L, null));
        });
        assertThat(readings.getLast()).isEqualTo(new Reading.Gone("mastodon:localhost/700"));
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        if (url.encodedPath().equals("/api/v1/statuses")) {
            return Optional.of(TestSite.page(url.queryParameterValues("id[]").stream()
                    .flatMap(id ->
                            Optional.ofNullable(statuses.get(Integer.parseInt(Objects.requireNonNull(id)))).stream())
                    .collect(Collectors.joining(",", "[", "]"))));
        }
        boolean search = url.encodedPath().equals("/api/v2/search");
        if (!search && !url.encodedPath().startsWith("/api/v1/timelines/tag/")) {
            return Optional.empty();
        }
        if (search && !"Bearer secret".equals(request.getHeaders().get("Authorization"))) {
            return Optional.of(TestSite.status(401));
        }
        asked.add(url);
        String max = url.queryParameter("max_id");
        int limit = Integer.parseInt(Objects.requireNonNull(url.queryParameter("limit")));
        String list = statuses.entrySet().stream()
                .filter(status -> max == null || status.getKey() < Integer.parseInt(max))
                .limit(limit)
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(",", "[", "]"));
        return Optional.of(TestSite.page(search ? "{\"accounts\":[],\"statuses\":" + list + "}" : list));
    }

    private static String status(int id, String content, String more) {
        return """
                {"id":"%d","created_at":"2026-03-01T10:00:%02dZ","content":"%s","reblogs_count":3,"replies_count":2,
                 "favourites_count":9,"account":{"id":"4","acct":"ann@m.example","display_name":"Ann","followers_count":1203}%s}
                """.formatted(id, id % 60, content, more);
    }
}
