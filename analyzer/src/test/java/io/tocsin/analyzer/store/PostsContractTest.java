package io.tocsin.analyzer.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.analyzer.analysis.Analysis;
import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Complaint;
import io.tocsin.analyzer.analysis.Copies;
import io.tocsin.analyzer.analysis.Embedding;
import io.tocsin.analyzer.analysis.Matter;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.analyzer.analysis.SampleMatter;
import io.tocsin.analyzer.analysis.Sentiment;
import io.tocsin.analyzer.analysis.Severity;
import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.Precision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of posts does. */
abstract class PostsContractTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.123Z");

    private Posts posts;

    /** A store without a post. */
    abstract Posts emptyStore();

    @BeforeEach
    void open() {
        posts = emptyStore();
    }

    @Test
    void anEmptyStoreHasNothing() {
        assertThat(posts.count()).isZero();
        assertThat(posts.find(List.of("t:1"))).isEmpty();
        assertThat(complaintsSince(Instant.EPOCH)).isEmpty();
        assertThat(posts.find(List.of())).isEmpty();
    }

    @Test
    void savingNothingIsFine() {
        posts.save(List.of());

        assertThat(posts.count()).isZero();
    }

    @Test
    void aPostComesBackAsItWasSaved() {
        var full = new AnalyzedPost(
                Post.builder("t:full", "t", "网络又断了 \uD83D\uDE21 no signal <b>\"at all\"</b>\n再见", NOON)
                        .url("https://forum.example/full")
                        .language("zh-Hans")
                        .author(new Author("t:u1", "@ann", "安 Ann", 12L, true, "上海", NOON.minusSeconds(9)))
                        .precision(Precision.HOUR)
                        .collectedAt(NOON.plusSeconds(3))
                        .inReplyTo("t:0")
                        .repostOf("t:9")
                        .root("t:0")
                        .engagement(new Engagement(0L, 3_000_000_000L, null, 7L))
                        .synthetic(true)
                        .build(),
                new Analysis(
                        "zh",
                        List.of("acme", "爱可美"),
                        new Sentiment(0.7, 0.2, 0.1),
                        new Complaint(true, 0.93),
                        new Severity(2, List.of("断了", "no signal")),
                        "网络又断了",
                        SampleMatter.FULL,
                        new Embedding(embedding())));
        var bare = new AnalyzedPost(post("t:bare", NOON), harmless());

        posts.save(List.of(full, bare));

        assertThat(posts.find(List.of("t:full", "t:bare"))).containsExactly(full, bare);
    }

    @Test
    void oneIdIsOnePostAndTheLaterSaveCounts() {
        posts.save(List.of(complaint("t:1", NOON)));
        var edited = new AnalyzedPost(post("t:1", NOON), harmless());
        posts.save(List.of(edited));

        assertThat(posts.count()).isOne();
        assertThat(posts.find(List.of("t:1"))).containsExactly(edited);
        assertThat(complaintsSince(Instant.EPOCH)).isEmpty();
    }

    @Test
    void oneIdTwiceInOneSaveIsOnePostAndTheLaterCounts() {
        var second = complaint("t:1", NOON.plusSeconds(1));
        posts.save(List.of(complaint("t:1", NOON), second));

        assertThat(posts.count()).isOne();
        assertThat(posts.find(List.of("t:1"))).containsExactly(second);
    }

    @Test
    void aPostWhoseMonthIsCorrectedIsStillOnePost() {
        var corrected = complaint("t:1", NOON.plus(Duration.ofDays(1)));
        posts.save(List.of(complaint("t:1", NOON), complaint("t:2", NOON)));
        posts.save(List.of(corrected));

        assertThat(posts.count()).isEqualTo(2);
        assertThat(posts.find(List.of("t:1"))).containsExactly(corrected);
        assertThat(complaintsSince(Instant.EPOCH)).containsExactlyInAnyOrder("t:1", "t:2");
    }

    @Test
    void newCountsReplaceTheOldOnesAndNothingElse() {
        var post = post("t:1", NOON).toBuilder()
                .engagement(new Engagement(1L, 2L, 3L, null))
                .build();
        var saved = new AnalyzedPost(post, complaining(List.of("acme")));
        posts.save(List.of(saved, complaint("t:2", NOON)));
        var counted = Post.builder("t:1", "t", "", NOON)
                .engagement(new Engagement(9L, null, 0L, 4L))
                .build();

        assertThat(posts.grow(List.of(counted))).isEmpty();

        assertThat(posts.find(List.of("t:1"))).containsExactly(saved.grown(new Engagement(9L, 2L, 0L, 4L)));
        assertThat(posts.find(List.of("t:2"))).containsExactly(complaint("t:2", NOON));
    }

    @Test
    void postsThatWereNeverSavedDoNotGrow() {
        posts.save(List.of(complaint("t:1", NOON)));
        var known = post("t:1", NOON);
        var unknown = post("t:" + "长".repeat(400), NOON.plus(Duration.ofDays(60)));

        assertThat(posts.grow(List.of(unknown, known))).containsExactly(unknown);

        assertThat(posts.count()).isOne();
        assertThat(posts.find(List.of("t:1"))).containsExactly(complaint("t:1", NOON));
        assertThat(posts.grow(List.of())).isEmpty();
    }

    @Test
    void aMonthCorrectedWithinOneSaveIsStillOnePost() {
        var corrected = complaint("t:1", NOON.plus(Duration.ofDays(1)));
        posts.save(List.of(complaint("t:1", NOON), corrected));

        assertThat(posts.count()).isOne();
        assertThat(posts.find(List.of("t:1"))).containsExactly(corrected);
    }

    @Test
    void findsInTheOrderOfTheIdsAndLeavesMissingOnesOut() {
        var one = complaint("t:1", NOON);
        var two = complaint("t:2", NOON.minus(Duration.ofDays(400)));
        posts.save(List.of(two, one));

        assertThat(posts.find(List.of("t:1", "t:none", "t:2"))).containsExactly(one, two);
        assertThat(posts.find(List.of("t:2", "t:1"))).containsExactly(two, one);
    }

    @Test
    void idsAreTakenAsTheyAre() {
        var ids = List.of("t:a/b?c#d", "t:with space", "t:Ünï", "t:*", "t:" + "长".repeat(2000));
        posts.save(ids.stream().map(id -> complaint(id, NOON)).toList());

        assertThat(posts.find(ids)).extracting(found -> found.post().id()).isEqualTo(ids);
        assertThat(posts.find(List.of("t:", "T:*"))).isEmpty();
    }

    @Test
    void copiesAreCountedByWhatTheyCopy() {
        posts.save(List.of(
                complaint("t:1", NOON),
                complaint("t:2", NOON),
                copy("t:3", "t", "t:1", NOON.plusSeconds(1)),
                copy("u:4", "u", "t:1", NOON.plus(Duration.ofDays(40))),
                copy("u:5", "u", "t:1", NOON),
                copy("u:6", "u", "t:gone", NOON)));

        assertThat(posts.copies(List.of("t:1", "t:2", "t:3", "t:gone")))
                .containsOnly(
                        Map.entry("t:1", new Copies(3, List.of("t", "u"))),
                        Map.entry("t:gone", new Copies(1, List.of("u"))));
        assertThat(posts.find(List.of("t:3")))
                .extracting(found -> found.post().copyOf())
                .containsExactly("t:1");
        assertThat(posts.copies(List.of())).isEmpty();
    }

    static AnalyzedPost copy(String id, String platform, String original, Instant time) {
        Post post =
                Post.builder(id, platform, "no signal", time).copyOf(original).build();
        return new AnalyzedPost(post, complaining(List.of("acme")));
    }

    @Test
    void complaintsAreThoseAboutAWatchWrittenAtThatTimeOrLater() {
        posts.save(List.of(
                complaint("t:before", NOON.minusMillis(1)),
                complaint("t:at", NOON),
                complaint("t:after", NOON.plus(Duration.ofDays(40))),
                new AnalyzedPost(post("t:praise", NOON), harmless()),
                analyzed("t:unwatched", List.of(), post -> post)));

        assertThat(complaintsSince(NOON)).containsExactlyInAnyOrder("t:at", "t:after");
    }

    @Test
    void aClockThatRunsAheadDoesNotMakeAComplaintLater() {
        posts.save(List.of(
                analyzed("t:ahead", List.of("acme"), post -> post.collectedAt(NOON.minus(Duration.ofHours(1))))));

        assertThat(complaintsSince(NOON)).isEmpty();
        assertThat(complaintsSince(NOON.minus(Duration.ofHours(1)))).containsExactly("t:ahead");
    }

    @Test
    void thousandsComeBackOnceEach() {
        var many = IntStream.range(0, 12_500)
                .mapToObj(i -> complaint("t:" + i, NOON.plusSeconds(i % 7L)))
                .toList();
        posts.save(many);

        assertThat(posts.count()).isEqualTo(many.size());
        assertThat(complaintsSince(NOON)).hasSize(many.size()).doesNotHaveDuplicates();
        assertThat(posts.find(many.stream().map(post -> post.post().id()).toList()))
                .isEqualTo(many);
    }

    @Test
    void severalThreadsMaySaveAtOnce() {
        var writers = IntStream.range(0, 8)
                .mapToObj(writer -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 10).forEach(round -> posts.save(batch(writer, round)))))
                .toList();
        writers.forEach(CompletableFuture::join);

        assertThat(posts.count()).isEqualTo(8 * 10 * 20 + 20);
        assertThat(complaintsSince(Instant.EPOCH)).hasSize(8 * 10 * 20 + 20).doesNotHaveDuplicates();
    }

    /** Twenty posts of this writer alone, and twenty that every writer saves. */
    private static List<AnalyzedPost> batch(int writer, int round) {
        return IntStream.range(0, 20)
                .boxed()
                .flatMap(i -> Stream.of("t:" + writer + "-" + round + "-" + i, "t:shared-" + i))
                .map(id -> complaint(id, NOON))
                .toList();
    }

    private Collection<String> complaintsSince(Instant from) {
        var ids = new ArrayList<String>();
        posts.complaintsSince(from, found -> ids.add(found.post().id()));
        return ids;
    }

    static AnalyzedPost complaint(String id, Instant at) {
        return new AnalyzedPost(post(id, at), complaining(List.of("acme")));
    }

    static AnalyzedPost saying(String id, String text) {
        return new AnalyzedPost(Post.builder(id, "t", text, NOON).build(), complaining(List.of("acme")));
    }

    private static AnalyzedPost analyzed(String id, List<String> watches, UnaryOperator<Post.Builder> with) {
        return new AnalyzedPost(
                with.apply(Post.builder(id, "t", "no signal again", NOON)).build(), complaining(watches));
    }

    private static Post post(String id, Instant at) {
        return Post.builder(id, "t", "no signal again", at).build();
    }

    private static float[] embedding() {
        float[] values = new float[512];
        Arrays.fill(values, 0.04f);
        return values;
    }

    private static Analysis complaining(List<String> watches) {
        return new Analysis(
                "en",
                watches,
                new Sentiment(0.8, 0.15, 0.05),
                new Complaint(true, 0.9),
                new Severity(1, List.of("signal")),
                "no signal again",
                Matter.UNKNOWN,
                null);
    }

    private static Analysis harmless() {
        return new Analysis("und", List.of("acme"), null, Complaint.NONE, Severity.NONE, null, Matter.UNKNOWN, null);
    }
}
