package io.tocsin.collector.connect.weibo;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.listing.Listing;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A search on the mobile site for what is newest. */
record SiteSearch(Api api, String words, LongTexts texts) implements Listing {

    @Override
    public String name() {
        return "site " + words;
    }

    @Override
    public Leaf leaf(@Nullable String page, Instant now) throws SourceException {
        int number = Listing.number(page);
        HttpUrl.Builder call = api.path("api/container/getIndex")
                .addQueryParameter("containerid", "100103type=61&q=" + words + "&t=0")
                .addQueryParameter("page_type", "searchall")
                .addQueryParameter("page", Integer.toString(number));
        Json answer = Refusal.checkSite(api.page(call));
        if (answer.text("ok").equals("0")) {
            return new Leaf(List.of(), null);
        }
        List<Json> statuses = statuses(answer.at("data").items("cards"));
        List<Post> posts = Json.each(statuses, status -> Status.post(status, texts.of(status), now));
        return Leaf.numbered(number, posts, !statuses.isEmpty());
    }

    /** Statuses stand among advertisements and head lines, alone or in groups. */
    private static List<Json> statuses(List<Json> cards) throws SourceException {
        List<Json> statuses = new ArrayList<>();
        for (Json card : cards) {
            Stream<Json> group =
                    card.find("card_group").isPresent() ? card.items("card_group").stream() : Stream.of(card);
            group.flatMap(member -> member.find("mblog").stream()).forEach(statuses::add);
        }
        return statuses;
    }
}
