package io.tocsin.dashboards.web;

import io.tocsin.analyzer.analysis.Analysis;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Ask;
import io.tocsin.analyzer.analysis.Matter;
import io.tocsin.analyzer.analysis.Sentiment;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A post as evidence. Everything in it was written by strangers.
 *
 * @param link where to read it, if that is an address a browser may be sent to
 * @param author how the author is called; {@code null} if the platform does not tell
 * @param figures the counts that are known, in words
 * @param signs the words that decided what it is, as they stand in it
 * @param judgement what the analysis thinks of it, in words
 * @param again how often others said the same again, in words; {@code null} if nobody did
 * @param copies the newest of those that are evidence, too
 */
record PostView(
        String id,
        String platform,
        @Nullable String link,
        @Nullable String author,
        @Nullable String followers,
        boolean synthetic,
        Moment written,
        String language,
        Highlight text,
        Badge severity,
        List<String> signs,
        List<String> figures,
        List<String> judgement,
        @Nullable String again,
        List<PostView> copies) {

    static PostView of(AnalyzedPost analyzed, Reader reader) {
        Post post = analyzed.post();
        Analysis analysis = analyzed.analysis();
        Author author = post.author();
        return new PostView(
                post.id(),
                post.platform(),
                WebLink.isOne(post.url()) ? post.url() : null,
                author == null ? null : Objects.requireNonNullElse(name(author), author.id()),
                author == null ? null : count("post.followers", author.followers(), reader),
                post.synthetic(),
                reader.moment(post.writtenAt(), post.precision()),
                analysis.language(),
                Highlight.of(post.text(), analysis.key()),
                Badge.severity(analysis.severity().level(), reader),
                signs(analysis),
                figures(post.engagement(), reader),
                judgement(analysis, reader),
                null,
                List.of());
    }

    PostView saidAgain(@Nullable String sentence, List<PostView> byOthers) {
        return new PostView(
                id, platform, link, author, followers, synthetic, written, language, text, severity, signs, figures,
                judgement, sentence, byOthers);
    }

    private static @Nullable String name(Author author) {
        return author.handle() == null ? author.name() : author.handle();
    }

    private static List<String> figures(Engagement counts, Reader reader) {
        return Stream.of(
                        count("post.reposts", counts.reposts(), reader),
                        count("post.replies", counts.replies(), reader),
                        count("post.likes", counts.likes(), reader),
                        count("post.views", counts.views(), reader))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> judgement(Analysis analysis, Reader reader) {
        Stream<String> complaint =
                Stream.of(reader.say("post.complaint", analysis.complaint().probability()));
        return Stream.of(complaint, matter(analysis.matter(), reader), feeling(analysis.sentiment(), reader))
                .flatMap(words -> words)
                .toList();
    }

    private static Stream<String> matter(Matter matter, Reader reader) {
        Stream<String> harm = matter.harm() == null
                ? Stream.empty()
                : Stream.of(reader.say("harm." + matter.harm().word()));
        Stream<String> ask = matter.ask() == Ask.NONE
                ? Stream.empty()
                : Stream.of(reader.say("ask." + matter.ask().word()));
        return Stream.concat(harm, ask);
    }

    private static Stream<String> feeling(@Nullable Sentiment sentiment, Reader reader) {
        return sentiment == null
                ? Stream.empty()
                : Stream.of(
                        reader.say("post.negative", sentiment.negative()),
                        reader.say("post.neutral", sentiment.neutral()),
                        reader.say("post.positive", sentiment.positive()));
    }

    /** What tells how severe it is, and what makes it a complaint. */
    private static List<String> signs(Analysis analysis) {
        return Stream.concat(analysis.severity().signs().stream(), analysis.matter().words().stream())
                .distinct()
                .toList();
    }

    private static @Nullable String count(String key, @Nullable Long count, Reader reader) {
        return count == null ? null : reader.say(key, count);
    }
}
