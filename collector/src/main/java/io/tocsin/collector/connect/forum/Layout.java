package io.tocsin.collector.connect.forum;

import io.tocsin.collector.clean.PageCharset;
import io.tocsin.collector.connect.ForumSettings;
import io.tocsin.collector.connect.Selectors;
import io.tocsin.collector.connect.Spot;
import io.tocsin.collector.fetch.Page;
import io.tocsin.collector.fetch.PublicUrl;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Knows by which selectors the pages of a forum are read. */
final class Layout {
    private final ForumSettings settings;
    private @Nullable Preset preset;

    Layout(ForumSettings settings) {
        this.settings = settings;
        this.preset = settings.preset() == null ? null : Presets.named(settings.preset());
    }

    /** The preset that was recognised, if that was left to the page and there was one yet. */
    Optional<Preset> recognised() {
        return settings.recognises() ? Optional.ofNullable(preset) : Optional.empty();
    }

    /**
     * The page, ready to be read.
     *
     * @param readAt what relative times on it refer to
     * @throws SourceException if nobody said by which selectors
     */
    ForumPage page(Page.Fetched page, Instant readAt) throws SourceException {
        String html = new String(page.body(), PageCharset.of(page.body(), page.contentType()));
        Document content = Jsoup.parse(html, page.url());
        if (settings.recognises()) {
            preset = Presets.recognise(content).orElse(preset);
        }
        return new ForumPage(
                settings.zone(), selectors(page.url()), preset, settings.cookie() != null, page.url(), content, readAt);
    }

    private Selectors selectors(String url) throws SourceException {
        Selectors own = settings.selectors();
        if (preset != null) {
            return own.orElse(preset.selectors());
        }
        if (own.missing().isEmpty()) {
            return own;
        }
        String missing = own.missing().stream().map(Spot::key).collect(Collectors.joining(", "));
        throw new SourceException(
                Problem.Kind.UNREADABLE,
                PublicUrl.of(url) + " shows no sign of a forum software that Tocsin knows. Open it in a browser: if it"
                        + " is the page that lists the threads, name its 'preset', one of " + Presets.titles()
                        + ", or say where things are: missing are " + missing + ".");
    }
}
