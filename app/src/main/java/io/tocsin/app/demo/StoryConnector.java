package io.tocsin.app.demo;

import io.tocsin.collector.connect.Connector;
import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import java.time.Instant;
import java.util.List;

/** Delivers a story as if it were written now. The cursor is the beginning and the number of posts delivered. */
final class StoryConnector implements Connector {
    private final Story story;

    StoryConnector(Story story) {
        this.story = story;
    }

    @Override
    public Harvest harvest(Cursor cursor, Instant now) {
        Place place = cursor.equals(Cursor.START) ? new Place(now, 0) : Place.of(cursor);
        List<Post> written = story.tell(place.beginning()).stream()
                .takeWhile(post -> !post.createdAt().isAfter(now))
                .toList();
        return new Harvest(
                written.subList(place.delivered(), written.size()),
                new Place(place.beginning(), written.size()).cursor(),
                false);
    }

    private record Place(Instant beginning, int delivered) {

        static Place of(Cursor cursor) {
            String[] parts = cursor.value().split(" ", 2);
            return new Place(Instant.parse(parts[0]), Integer.parseInt(parts[1]));
        }

        Cursor cursor() {
            return new Cursor(beginning + " " + delivered);
        }
    }
}
