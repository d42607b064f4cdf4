package io.tocsin.alerting.channel.email;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.notify.Alert;
import io.tocsin.alerting.notify.Links;
import io.tocsin.alerting.notify.Sentences;
import io.tocsin.alerting.notify.Wording;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Post;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Words an alert as a letter: HTML for people, and the same as text for those who read text. */
final class LetterWriter {
    private static final String FOLDER = "io/tocsin/alerting/channel/email/";
    private static final TemplateEngine TEMPLATES = templates();
    private static final int LONGEST_TEXT = 500;

    private final String channel;
    private final Wording wording;
    private final Sentences sentences;
    private final Links links;

    LetterWriter(EmailSettings settings, Links links) {
        this.channel = settings.name();
        this.wording = Wording.of(settings.language(), settings.zone());
        this.sentences = Sentences.of(Messages.BUNDLE, settings.language());
        this.links = links;
    }

    /**
     * A post as the templates show it.
     *
     * @param url only ever http or https: whoever wrote the post may have chosen it
     */
    public record Quote(String where, String text, @Nullable String url, boolean synthetic) {}

    Letter write(Alert alert) {
        Context context = context(alert);
        return new Letter(
                alert.notification().key(),
                alert.incident().id(),
                alert.notification().attempts(),
                alert.notification().recipient(),
                alert.now(),
                wording.title(alert.incident()),
                TEMPLATES.process("alert.html", context),
                TEMPLATES.process("alert.txt", context));
    }

    private Context context(Alert alert) {
        Incident incident = alert.incident();
        Context context = new Context(wording.locale());
        context.setVariable("title", wording.title(incident));
        context.setVariable("reason", wording.reason(incident.reason()));
        context.setVariable("opened", wording.time(incident.openedAt()));
        context.setVariable("severity", incident.severity());
        context.setVariable("quotes", alert.posts().stream().map(this::quote).toList());
        context.setVariable("total", incident.posts().size());
        context.setVariable("console", links.incident(incident).toString());
        context.setVariable(
                "acknowledge",
                links.acknowledge(incident, alert.notification().recipient(), alert.now())
                        .toString());
        context.setVariable("step", alert.notification().step());
        context.setVariable("attempt", alert.notification().attempts());
        context.setVariable("channel", channel);
        return context;
    }

    private Quote quote(AnalyzedPost analyzed) {
        Post post = analyzed.post();
        String where = String.join(" · ", List.of(post.platform(), author(post), wording.time(post.writtenAt())));
        return new Quote(where, shortened(post.text()), webAddress(post.url()), post.synthetic());
    }

    private String author(Post post) {
        Author author = post.author();
        return author == null
                ? sentences.say("somebody")
                : Objects.requireNonNullElse(author.handle(), Objects.requireNonNullElse(author.name(), author.id()));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    }

    private static @Nullable String webAddress(@Nullable String url) {
        return url != null && url.matches("(?i)https?://\\S+") ? url : null;
    }

    private static TemplateEngine templates() {
        TemplateEngine engine = new TemplateEngine();
        engine.setMessageResolver(new Messages());
        engine.addTemplateResolver(resolver(TemplateMode.HTML, "*.html"));
        engine.addTemplateResolver(resolver(TemplateMode.TEXT, "*.txt"));
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String names) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterWriter.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.getResolvablePatternSpec().addPattern(names);
        return resolver;
    }
}
