package io.tocsin.collector.connect.v2ex;

import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Author;
import org.jspecify.annotations.Nullable;

/** Who wrote a topic or a reply. */
final class Member {
    static final String PLATFORM = "v2ex";

    private Member() {}

    static @Nullable Author author(Json written) {
        return written.find("member")
                .map(member -> member.textOrNull("username"))
                .map(name -> Author.of(PLATFORM + ":" + name, name))
                .orElse(null);
    }
}
