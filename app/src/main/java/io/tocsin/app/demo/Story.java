package io.tocsin.app.demo;

import io.tocsin.collector.post.Author;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The posts of one platform in the story: a quiet week up to the beginning, then hours of crisis told in minutes. The
 * same seed and beginning give the same posts.
 *
 * @param platform where the posts seem to come from
 * @param phrases the language they are written in
 */
record Story(String platform, Phrases phrases, long seed) {
    static final Duration QUIET = Duration.ofDays(7);
    static final Duration CRISIS = Duration.ofMinutes(4);

    private static final int QUIET_POSTS = 160;
    private static final int CRISIS_POSTS = 110;
    private static final double GRUMBLES = 0.06;
    private static final double CALM_IN_CRISIS = 0.15;
    private static final Duration FIRST_DANGER = Duration.ofSeconds(25);
    private static final Duration BETWEEN_DANGERS = Duration.ofSeconds(70);

    /** All posts of the story, oldest first. */
    List<Post> tell(Instant beginning) {
        RandomGenerator random = new Random(seed);
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < QUIET_POSTS; i++) {
            Instant at = beginning.minusMillis((long) (random.nextDouble() * QUIET.toMillis()) + 1);
            posts.add(post(at, quietText(random), random, posts.size(), beginning));
        }
        for (int i = 0; i < CRISIS_POSTS; i++) {
            // The square root makes the rate grow steadily: few posts at first, ever more later.
            Instant at = beginning.plusMillis((long) (Math.sqrt(random.nextDouble()) * CRISIS.toMillis()));
            posts.add(post(at, crisisText(random), random, posts.size(), beginning));
        }
        Instant danger = beginning.plus(FIRST_DANGER);
        for (String text : phrases.danger()) {
            posts.add(post(danger, text, random, posts.size(), beginning));
            danger = danger.plus(BETWEEN_DANGERS);
        }
        posts.sort(Comparator.comparing(Post::createdAt));
        return posts;
    }

    private String quietText(RandomGenerator random) {
        return Phrases.pick(random.nextDouble() < GRUMBLES ? phrases.grumbles() : phrases.calm(), random);
    }

    private String crisisText(RandomGenerator random) {
        return Phrases.pick(random.nextDouble() < CALM_IN_CRISIS ? phrases.calm() : phrases.outage(), random);
    }

    private Post post(Instant at, String text, RandomGenerator random, int number, Instant beginning) {
        String id = "%s:demo-%d-%d".formatted(platform, beginning.getEpochSecond(), number);
        int user = random.nextInt(10_000);
        Author author = new Author(
                "%s:demo-user-%d".formatted(platform, user),
                "demo_user_" + user,
                null,
                (long) Math.exp(3 + 2 * Math.abs(random.nextGaussian())),
                false,
                null,
                null);
        return Post.builder(id, platform, text, at)
                .author(author)
                .engagement(new Engagement((long) random.nextInt(20), (long) random.nextInt(10), null, null))
                .synthetic(true)
                .build();
    }
}
