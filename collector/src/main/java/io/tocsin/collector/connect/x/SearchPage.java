package io.tocsin.collector.connect.x;

import io.tocsin.collector.connect.Json;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search, newest first.
 *
 * @param reads the posts and authors in it, which X charges for
 * @param newest the id of its first post; {@code null} if there is none
 * @param oldest the id of its last
 * @param more whether there are older ones
 */
record SearchPage(
        List<Post> posts,
        int reads,
        @Nullable String newest,
        @Nullable String oldest,
        boolean more) {

    static SearchPage of(Json answer) throws SourceException {
        Json meta = answer.at("meta");
        List<Json> data = data(answer);
        if (data.isEmpty() && !meta.text("result_count").equals("0")) {
            throw answer.unreadable("field data is missing");
        }
        Map<String, Json> users = users(answer);
        List<Post> posts = Json.each(data, post -> Tweet.post(post, users));
        return new SearchPage(
                posts,
                data.size() + users.size(),
                data.isEmpty() ? null : data.getFirst().text("id"),
                data.isEmpty() ? null : data.getLast().text("id"),
                meta.textOrNull("next_token") != null);
    }

    /** The answer to a question for certain posts; it says of each that is not in it why. */
    static SearchPage ofIds(Json answer) throws SourceException {
        List<Json> data = data(answer);
        if (data.isEmpty() && answer.find("errors").isEmpty()) {
            throw answer.unreadable("field data is missing");
        }
        List<Post> posts = Json.each(data, post -> Tweet.post(post, Map.of()));
        return new SearchPage(posts, data.size(), null, null, false);
    }

    private static List<Json> data(Json answer) throws SourceException {
        return answer.find("data").isPresent() ? answer.items("data") : List.of();
    }

    /** Those that an answer brings along, by their ids. */
    static Map<String, Json> users(Json answer) throws SourceException {
        Map<String, Json> users = new HashMap<>();
        Json includes = answer.find("includes").orElse(null);
        if (includes != null && includes.find("users").isPresent()) {
            for (Json user : includes.items("users")) {
                users.put(user.text("id"), user);
            }
        }
        return users;
    }
}
