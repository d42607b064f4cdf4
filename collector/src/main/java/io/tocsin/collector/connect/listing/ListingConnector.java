package io.tocsin.collector.connect.listing;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.CursorFormat;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.connect.listing.Listing.Leaf;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import io.tocsin.collector.source.SourceException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads listings in sweeps: from the newest page back to one that has no news. A post that came late and was sorted in
 * among older ones is found as long as it is on a page that is read; one that was edited is delivered again.
 *
 * <p>A sweep that breaks off goes on at its page, so that nothing between it and the sweep before is left out. The very
 * first sweep reads a few pages only: what was said long before Tocsin listened is no crisis.
 */
public final class ListingConnector implements Connector {
    /** So far the first sweep goes back. */
    static final int FIRST_PAGES = 3;
    /** A listing that has news on so many pages in a row leads in a circle, or cannot be caught up with. */
    static final int MOST_PAGES = 1_000;

    private static final CursorFormat<Round> CURSORS = new CursorFormat<>(Round.class, new Round(0, Map.of()));

    private final List<Listing> listings;

    /** @param listings are read in turn; their names differ */
    public ListingConnector(List<? extends Listing> listings) {
        this.listings = List.copyOf(listings);
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) throws SourceException {
        Round round = CURSORS.read(cursor);
        int turn = round.turn() < listings.size() ? round.turn() : 0;
        Listing listing = listings.get(turn);
        Sweep sweep = round.sweeps().getOrDefault(listing.name(), Sweep.FIRST);
        Leaf leaf = listing.leaf(sweep.page(), now);
        List<Post> news = leaf.posts().stream().filter(sweep::isNews).toList();
        Sweep after = sweep.after(news, leaf.next());
        boolean goesOn = after.page() != null;
        int next = goesOn ? turn : turn + 1;
        Round then = new Round(next % listings.size(), with(round.sweeps(), listing.name(), after));
        return new Harvest(news, CURSORS.write(then), next < listings.size());
    }

    /** Only what is still listed is remembered. */
    private Map<String, Sweep> with(Map<String, Sweep> sweeps, String name, Sweep after) {
        Map<String, Sweep> all = new LinkedHashMap<>();
        for (Listing listing : listings) {
            Sweep known = listing.name().equals(name) ? after : sweeps.get(listing.name());
            if (known != null) {
                all.put(listing.name(), known);
            }
        }
        return all;
    }

    /**
     * The content of a cursor.
     *
     * @param turn which listing is read next
     */
    record Round(int turn, Map<String, Sweep> sweeps) {}
}
