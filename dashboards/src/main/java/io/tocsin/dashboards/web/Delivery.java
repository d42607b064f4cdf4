package io.tocsin.dashboards.web;

import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.PostLine;
import io.tocsin.dashboards.web.Receipt.Fate;
import io.tocsin.dashboards.web.Receipt.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The posts of one call, beside those that are known.
 *
 * <p>Duplicates are handed on as well: they may be stored and yet unheard of by the later stages, if an earlier call
 * broke off between the two.
 *
 * @param posts to hand on: the last of each id, with the time when it was first known
 */
record Delivery(List<Post> posts, Receipt receipt) {

    /** @param stored the posts that are known already, by id */
    static Delivery of(List<PostLine> body, Map<String, Post> stored) {
        Map<String, Post> known = new HashMap<>(stored);
        Map<String, Post> last = new LinkedHashMap<>();
        List<Fate> fates = new ArrayList<>();
        for (PostLine line : body) {
            switch (line) {
                case PostLine.Bad(long number, String reason) -> fates.add(Fate.refused(number, reason));
                case PostLine.Good(long number, Post sent) -> {
                    Post before = known.get(sent.id());
                    Post post = before == null ? sent : sinceThen(sent, before);
                    fates.add(
                            Fate.taken(number, post.id(), post.equals(before) ? Outcome.DUPLICATE : Outcome.ACCEPTED));
                    known.put(post.id(), post);
                    last.put(post.id(), post);
                }
            }
        }
        return new Delivery(List.copyOf(last.values()), Receipt.of(List.copyOf(fates)));
    }

    /** When it was first known does not change when it comes again. */
    private static Post sinceThen(Post sent, Post before) {
        return sent.toBuilder().collectedAt(before.collectedAt()).build();
    }
}
