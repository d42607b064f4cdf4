package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.entity.Entity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a post is about.
 *
 * @param category its place in the service manager's breakdown, {@code null} if it was not asked for
 * @param harm what was harmed, {@code null} if it is no complaint
 * @param ask what the author asks for
 * @param words those that make it a complaint, the strongest first; none if it is no complaint
 * @param entities what it names
 * @param towards what the author feels towards a watch, where several companies are named
 */
public record Matter(
        @Nullable String category,
        @Nullable Harm harm,
        Ask ask,
        List<String> words,
        List<Entity> entities,
        Map<String, Sentiment.Label> towards) {

    /** Nobody looked into it: it is about no watch, or in a language nobody trained. */
    public static final Matter UNKNOWN = new Matter(null, null, Ask.NONE, List.of(), List.of(), Map.of());

    public Matter {
        words = List.copyOf(words);
        entities = List.copyOf(entities);
        towards = Map.copyOf(towards);
    }
}
