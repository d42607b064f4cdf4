package io.tocsin.collector.connect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Topics and their posts, as the servers of tests keep them. */
public final class Talk {
    private final Map<Integer, Topic> topics = new LinkedHashMap<>();
    private int clock;

    /** A post; its number counts over all topics from 1. */
    public record Said(int number, int topic, String text, int answers) {}

    /** A topic. */
    public static final class Topic {
        public final int id;
        public final List<Said> posts = new ArrayList<>();
        public int changed;

        private Topic(int id) {
            this.id = id;
        }
    }

    /** Opens so many topics of so many posts each. */
    public void fill(int count, int posts) {
        for (int id = 1; id <= count; id++) {
            for (int i = 0; i < posts; i++) {
                say(id, "text " + id + "." + i, 0);
            }
        }
    }

    /**
     * Writes a post.
     *
     * @param answers the number of the post answered, or 0
     */
    public Said say(int topic, String text, int answers) {
        clock++;
        Topic into = topics.computeIfAbsent(topic, Topic::new);
        Said said = new Said(clock, topic, text, answers);
        into.posts.add(said);
        into.changed = clock;
        return said;
    }

    public Topic topic(int id) {
        Topic topic = topics.get(id);
        if (topic == null) {
            throw new IllegalArgumentException("no topic " + id);
        }
        return topic;
    }

    /** The last answered first. */
    public Stream<Topic> recent() {
        return topics.values().stream()
                .sorted(Comparator.comparingInt((Topic topic) -> topic.changed).reversed());
    }

    /** Newest first. */
    public Stream<Said> posts() {
        return topics.values().stream()
                .flatMap(topic -> topic.posts.stream())
                .sorted(Comparator.comparingInt(Said::number).reversed());
    }

    /** The time of a post, three a minute. */
    public static String time(int number) {
        return "2026-03-01T%02d:%02d:%02d.457Z".formatted(number / 180, number / 3 % 60, number % 3 * 20);
    }
}
