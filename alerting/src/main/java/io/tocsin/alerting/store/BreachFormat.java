package io.tocsin.alerting.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tocsin.alerting.rule.Breach;
import tools.jackson.databind.json.JsonMapper;

/** A breach as JSON; fields that a later version adds are ignored. */
final class BreachFormat {
    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Breach.class, Kinds.class).build();

    private BreachFormat() {}

    static String write(Breach breach) {
        return JSON.writerFor(Breach.class).writeValueAsString(breach);
    }

    static Breach read(String json) {
        return JSON.readValue(json, Breach.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Breach.Surge.class, name = "surge"),
        @JsonSubTypes.Type(value = Breach.Copied.class, name = "copies"),
        @JsonSubTypes.Type(value = Breach.SeverePost.class, name = "severe-post")
    })
    private interface Kinds {}
}
