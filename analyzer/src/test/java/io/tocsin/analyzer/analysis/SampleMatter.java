package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.entity.Entity;
import java.util.List;
import java.util.Map;

/** A matter with something in every field. */
public final class SampleMatter {
    public static final Matter FULL = new Matter(
            "complaint/quality",
            Harm.FAILURE,
            Ask.REPAIR,
            List.of("断"),
            List.of(new Entity(Entity.Kind.PLACE, "上海", "上海")),
            Map.of("acme", Sentiment.Label.NEGATIVE));

    private SampleMatter() {}
}
