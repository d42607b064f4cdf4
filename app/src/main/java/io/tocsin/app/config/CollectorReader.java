package io.tocsin.app.config;

import io.tocsin.collector.CollectorSettings;
import io.tocsin.collector.DoorSettings;
import io.tocsin.collector.connect.FeedSettings;
import io.tocsin.collector.connect.MailboxSettings;
import io.tocsin.collector.connect.MailboxSettings.Security;
import io.tocsin.collector.connect.Polling;
import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.FetchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the sections {@code fetch} and {@code sources}. */
final class CollectorReader {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final List<String> KINDS = Stream.concat(
                    Stream.of("feed", DoorSettings.KIND, "files", "forum", "mailbox"), PlatformReader.KINDS.stream())
            .toList();

    private CollectorReader() {}

    /** @param folder what relative paths are relative to */
    static Optional<CollectorSettings> read(Section root, Path folder) {
        Optional<FetchSettings> fetch = fetch(root.section("fetch"));
        List<SourceSettings> sources = new ArrayList<>();
        List<DoorSettings> doors = new ArrayList<>();
        for (Section section : root.namedSections("sources")) {
            Polling polling = polling(section);
            section.kind(KINDS).ifPresent(kind -> {
                if (kind.equals(DoorSettings.KIND)) {
                    door(section, polling).ifPresent(doors::add);
                } else {
                    source(kind, section, aged(polling, section), folder).ifPresent(sources::add);
                }
            });
        }
        return root.ifSound(() -> new CollectorSettings(fetch.orElseThrow(), sources, doors));
    }

    private static Optional<FetchSettings> fetch(Section section) {
        FetchSettings usual = FetchSettings.DEFAULT;
        String contact = section.optional("contact", Types.CONTACT).orElse(usual.contact());
        Duration delay = section.optional("delay", Amounts.DURATION).orElse(usual.delay());
        Duration timeout = section.optional("timeout", Amounts.INTERVAL).orElse(usual.timeout());
        long bodyLimit = section.optional("body_limit", Amounts.BYTES).orElse(usual.bodyLimit());
        return section.build(() -> new FetchSettings(contact, delay, timeout, bodyLimit));
    }

    private static Polling polling(Section section) {
        String name = section.required("name", Types.NAME);
        Duration every = section.optional("every", Amounts.INTERVAL).orElse(EVERY);
        boolean internal = section.optional("internal", Types.TRUE_OR_FALSE).orElse(false);
        return new Polling(name, every, internal);
    }

    private static Polling aged(Polling polling, Section section) {
        return section.optional("max_age", Amounts.INTERVAL)
                .map(polling::upToAge)
                .orElse(polling);
    }

    private static Optional<SourceSettings> source(String kind, Section section, Polling polling, Path folder) {
        return switch (kind) {
            case "feed" -> feed(section, polling);
            case "files" -> FilesReader.read(section, polling, folder);
            case "forum" -> ForumReader.read(section, polling);
            case "mailbox" -> mailbox(section, polling);
            default -> PlatformReader.read(kind, section, polling);
        };
    }

    private static Optional<DoorSettings> door(Section section, Polling polling) {
        String token = section.required("token", Types.DOOR_TOKEN);
        return section.build(() -> new DoorSettings(polling.name(), token, polling.every()));
    }

    private static Optional<SourceSettings> feed(Section section, Polling polling) {
        String url = section.required("url", Types.WEB_PAGE.like("https://example.org/feed.xml"));
        return section.build(() -> new FeedSettings(polling, url));
    }

    private static Optional<SourceSettings> mailbox(Section section, Polling polling) {
        String host = section.required("host", Types.TEXT.like("imap.example.org"));
        Security security = section.optional(
                        "security",
                        Types.choice(
                                List.of(Security.values()),
                                choice -> choice.name().toLowerCase(Locale.ROOT)))
                .orElse(Security.TLS);
        int port = section.optional("port", Amounts.PORT).orElse(security.port());
        String username = section.required("username", Types.TEXT.like("complaints@example.org"));
        String password = section.required("password", Types.SECRET.like("${env:MAILBOX_PASSWORD}"));
        String folder = section.optional("folder", Types.TEXT).orElse(MailboxSettings.FOLDER);
        return section.build(() -> new MailboxSettings(polling, host, port, security, username, password, folder));
    }
}
