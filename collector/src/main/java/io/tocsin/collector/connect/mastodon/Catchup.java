package io.tocsin.collector.connect.mastodon;

import io.tocsin.collector.connect.listing.Listing.Leaf;
import io.tocsin.collector.connect.mastodon.StatusEvent.Said;
import io.tocsin.collector.connect.stream.Streaming.Inquiry;
import io.tocsin.collector.connect.stream.Streaming.Step;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.List;

/** Reads each time line on from where it was left, oldest first. The first time it reads the newest page only. */
record Catchup(List<Timeline> timelines) implements Inquiry<Place, StatusEvent> {

    @Override
    public Step<Place, StatusEvent> ask(Place place, Instant now) throws SourceException {
        int turn = place.turn() < timelines.size() ? place.turn() : 0;
        Timeline timeline = timelines.get(turn);
        String since = place.since().get(timeline.name());
        Leaf leaf = timeline.after(since);
        List<StatusEvent> found =
                leaf.posts().stream().<StatusEvent>map(Said::new).toList();
        Place after = place.with(timeline.name(), leaf.next());
        if (since != null && leaf.next() != null && Place.OLDEST_FIRST.compare(leaf.next(), since) > 0) {
            return new Step<>(found, after.at(turn), true);
        }
        int next = turn + 1;
        boolean more = next < timelines.size();
        return new Step<>(found, after.at(more ? next : 0), more);
    }

    @Override
    public boolean beginsAt(Place place) {
        return place.turn() == 0;
    }

    @Override
    public Place after(Place place, List<StatusEvent> streamed, boolean all) {
        Place taken = place.and(streamed.size());
        return all
                ? streamed.stream()
                        .filter(Said.class::isInstance)
                        .map(said -> Status.local(said.id()))
                        .max(Place.OLDEST_FIRST)
                        .map(newest -> taken.upTo(newest, names()))
                        .orElse(taken)
                : taken;
    }

    private List<String> names() {
        return timelines.stream().map(Timeline::name).toList();
    }
}
