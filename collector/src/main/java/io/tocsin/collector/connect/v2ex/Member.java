package io.tocsin.collector.connect.v2ex;

import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import org.jspecify.annotations.Nullable;

/** Who wrote a topic or a reply. */
final class Member {
    static final String PLATFORM = "v2ex";
    static final String TOPIC = PLATFORM + ":topic/";

    private Member() {}

    static boolean isTopic(String id) {
        return id.startsWith(TOPIC);
    }

    /** What V2EX calls the topic with this id. */
    static String topic(String id) {
        return id.substring(TOPIC.length());
    }

    static @Nullable Author author(Json written) {
        return written.find("member")
                .map(member -> member.textOrNull("username"))
                .map(name -> Author.of(PLATFORM + ":" + name, name))
                .orElse(null);
    }
}
