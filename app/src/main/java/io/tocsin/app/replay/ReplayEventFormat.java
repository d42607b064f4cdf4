package io.tocsin.app.replay;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event as one line of JSON, in the words of {@code docs/post-format.md}. What is not known is left out. */
final class ReplayEventFormat {
    private static final JsonMapper JSON = new JsonMapper();

    private ReplayEventFormat() {}

    static String write(ReplayEvent event) {
        ObjectNode line = JSON.createObjectNode()
                .put("at", event.at().toString())
                .put("event", event.event())
                .put("incident", event.incident())
                .put("severity", event.severity())
                .put("reason", event.reason())
                .put("watch", event.watch());
        event.posts().forEach(line.putArray("posts")::add);
        putIfKnown(line, "channel", event.channel());
        putIfKnown(line, "recipient", event.recipient());
        return line.toString();
    }

    private static void putIfKnown(ObjectNode line, String key, @Nullable String value) {
        if (value != null) {
            line.put(key, value);
        }
    }
}
