package io.tocsin.collector.connect.mastodon;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.MastodonSettings;
import io.tocsin.collector.connect.mastodon.StatusEvent.Gone;
import io.tocsin.collector.connect.mastodon.StatusEvent.Said;
import io.tocsin.collector.connect.stream.Intake;
import io.tocsin.collector.connect.stream.Streaming.Stream;
import io.tocsin.collector.fetch.EndlessAnswer;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server says by server-sent events: one connection for each tag, or one for everything public if words are
 * searched for. When one of them ends, all count as ended.
 */
final class StatusStream implements Stream<StatusEvent> {
    /** Servers send a sign of life every 15 seconds. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

    private static final Logger log = LoggerFactory.getLogger(StatusStream.class);
    private static final int MOST_WAITING = 20_000;

    private final String host;
    private final Wanted wanted;
    private final Intake<StatusEvent> arrived = new Intake<>(MOST_WAITING);
    private final List<EndlessAnswer> answers = new ArrayList<>();

    private StatusStream(String host, Wanted wanted) {
        this.host = host;
        this.wanted = wanted;
    }

    /**
     * Connects.
     *
     * @param api of the server
     */
    static StatusStream open(Api api, MastodonSettings settings, Duration silence) throws SourceException {
        StatusStream stream = new StatusStream(api.base().host(), Wanted.by(settings));
        Api streams = streams(api);
        try {
            for (HttpUrl.Builder url : addresses(streams, settings)) {
                stream.listen(streams.endless(url, silence));
            }
        } catch (SourceException e) {
            stream.close();
            throw e;
        }
        return stream;
    }

    /** Large servers stream from another host, and say from which. */
    private static Api streams(Api api) throws SourceException {
        try {
            String url = api.json(api.path("api/v2/instance"))
                    .find("configuration")
                    .flatMap(configuration -> configuration.find("urls"))
                    .map(urls -> urls.textOrNull("streaming"))
                    .orElse(null);
            return url == null ? api : api.at(url.replaceFirst("^ws", "http"));
        } catch (SourceException e) {
            if (e.problem().kind() != Problem.Kind.MISSING) {
                throw e;
            }
            return api;
        }
    }

    private static List<HttpUrl.Builder> addresses(Api streams, MastodonSettings settings) {
        if (!settings.search().isEmpty()) {
            return List.of(streams.path("api/v1/streaming/public"));
        }
        return settings.tags().stream()
                .map(tag -> streams.path("api/v1/streaming/hashtag").addQueryParameter("tag", tag))
                .toList();
    }

    private void listen(EndlessAnswer answer) {
        answers.add(answer);
        Thread.ofVirtual().name("stream of " + host).start(() -> read(answer));
    }

    private void read(EndlessAnswer answer) {
        try (answer) {
            answer.events((type, data) -> take(answer, type, data));
            arrived.end(ending("was ended by the server"));
        } catch (SourceException e) {
            arrived.end(e);
        }
    }

    private void take(EndlessAnswer answer, String type, String data) {
        try {
            if (!event(type, data).map(arrived::put).orElse(true)) {
                arrived.end(ending("was given up, because too much was waiting"));
                answer.breakOff();
            }
        } catch (SourceException e) {
            log.warn("An event of the stream is skipped: {}", e.getMessage());
        }
    }

    private Optional<StatusEvent> event(String type, String data) throws SourceException {
        return switch (type) {
            case "update", "status.update" -> said(Json.of(data, host));
            case "delete" -> Optional.of(new Gone(Status.id(host, data.strip())));
            default -> Optional.empty();
        };
    }

    private Optional<StatusEvent> said(Json status) throws SourceException {
        Optional<Post> post = Status.post(status, host);
        return post.isPresent() && wanted.is(status, post.get()) ? post.map(Said::new) : Optional.empty();
    }

    private SourceException ending(String how) {
        return new SourceException(Problem.Kind.NETWORK, "The stream of " + host + " " + how + ".");
    }

    @Override
    public List<StatusEvent> take(int most) {
        return arrived.take(most);
    }

    @Override
    public @Nullable SourceException ended() {
        return arrived.ended();
    }

    @Override
    public void close() {
        answers.forEach(EndlessAnswer::breakOff);
    }
}
