package io.tocsin.collector.connect.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.collector.connect.BadAnswersContract;
import io.tocsin.collector.connect.Polls;
import io.tocsin.collector.connect.Recounter.Reading;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.connect.TelegramSettings;
import io.tocsin.collector.fetch.TestSite;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
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

class TelegramConnectorTest extends BadAnswersContract {
    private final TreeMap<Integer, String> messages = new TreeMap<>();

    @Override
    protected SourceSettings settings() {
        return new TelegramSettings(Polls.polling(), site.url("/"), List.of("acmenews"));
    }

    @Override
    protected void serve() {
        IntStream.rangeClosed(1, 45).forEach(id -> messages.put(id, "<b>text</b> " + id));
        site.program(this::answer);
    }

    @Override
    protected List<String> served() {
        return messages.keySet().stream().map(id -> "telegram:acmenews/" + id).toList();
    }

    @Test
    void readsEveryFieldOfAMessage() {
        messages.clear();
        messages.put(77, "Acme phones<br/>are called back");

        assertThat(polls.poll())
                .containsExactly(Post.builder(
                                "telegram:acmenews/77",
                                "telegram",
                                "Acme phones\nare called back",
                                Instant.parse("2026-03-01T10:00:17Z"))
                        .url("https://t.me/acmenews/77")
                        .author(new Author("telegram:acmenews", "acmenews", "Acme News", 12_300L, null, null, null))
                        .inReplyTo("telegram:acmenews/5")
                        .repostOf("telegram:elsewhere/9")
                        .engagement(new Engagement(null, null, null, 1_200L))
                        .collectedAt(Polls.NOON)
                        .build());
    }

    @Test
    void messagesThatCameWhileNobodyReadArriveWithoutAGapAndEditedOnesAgain() {
        polls.poll();
        IntStream.rangeClosed(46, 150).forEach(id -> messages.put(id, "later " + id));
        messages.put(150, "edited");

        assertThat(polls.poll()).hasSize(105).extracting(Post::text).contains("edited", "later 46");
    }

    @Test
    void aChannelThatShowsNothingToStrangersIsSaid() {
        messages.clear();

        polls.poll();

        assertThat(problem().message()).contains("/s/acmenews shows no messages", "private");
    }

    @Test
    void countsMessagesAgainAndNoticesThatTheyAreGone() throws SourceException {
        polls.poll();
        messages.remove(44);
        messages.put(43, "edited");

        List<Reading> again = polls.recount("telegram:acmenews/43", "telegram:acmenews/44", "telegram:acmenews/45");

        assertThat(again)
                .extracting(Reading::id, reading -> reading instanceof Reading.Seen(Post post) ? post.text() : "gone")
                .containsExactlyInAnyOrder(
                        tuple("telegram:acmenews/45", "text 45"),
                        tuple("telegram:acmenews/44", "gone"),
                        tuple("telegram:acmenews/43", "edited"));
        assertThat(site.visits()).as("newest first").contains("/s/acmenews?before=46", "/s/acmenews?before=45");
        assertThat(site.visits()).as("told beside the newest").doesNotContain("/s/acmenews?before=44");
    }

    private Optional<MockResponse.Builder> answer(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        if (!url.encodedPath().equals("/s/acmenews")) {
            return Optional.empty();
        }
        String before = url.queryParameter("before");
        return Optional.of(TestSite.page(messages
                .headMap(before == null ? Integer.MAX_VALUE : Integer.parseInt(before), false)
                .descendingMap()
                .entrySet()
                .stream()
                .limit(20)
                .sorted(Map.Entry.comparingByKey())
                .map(message -> message(message.getKey(), message.getValue()))
                .collect(Collectors.joining("", """
                        <html><div class="tgme_channel_info_counter"><span class="counter_value">12.3K</span>
                          <span class="counter_type">subscribers</span></div>
                        <div class="tgme_channel_info_counter"><span class="counter_value">7</span>
                          <span class="counter_type">photos</span></div>""", "</html>"))));
    }

    private static String message(int id, String html) {
        return """
                <div class="tgme_widget_message" data-post="acmenews/%d">
                 <a class="tgme_widget_message_owner_name"><span>Acme News</span></a>
                 <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/elsewhere/9">Elsewhere</a>
                 <a class="tgme_widget_message_reply" href="https://t.me/acmenews/5">
                   <div class="tgme_widget_message_text js-message_reply_text">quoted</div></a>
                 <div class="tgme_widget_message_text js-message_text">%s</div>
                 <span class="tgme_widget_message_views">1.2K</span>
                 <a class="tgme_widget_message_date" href="x"><time datetime="2026-03-01T10:00:%02d+00:00">10:00</time></a>
                </div>
                """.formatted(id, html, id % 60);
    }
}
