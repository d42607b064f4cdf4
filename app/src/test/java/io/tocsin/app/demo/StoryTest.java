package io.tocsin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.connect.Harvest;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.source.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final Instant BEGINNING = Instant.parse("2026-03-10T12:00:00Z");
    private static final Story STORY = new Story("weibo", Phrases.CHINESE, 11);

    @Test
    void theSameSeedTellsTheSameStory() {
        assertThat(STORY.tell(BEGINNING)).isEqualTo(STORY.tell(BEGINNING));
        assertThat(STORY.tell(BEGINNING)).isNotEqualTo(new Story("weibo", Phrases.CHINESE, 12).tell(BEGINNING));
    }

    @Test
    void everyPostIsLabelledSyntheticAndUnique() {
        assertThat(STORY.tell(BEGINNING))
                .allMatch(Post::synthetic)
                .extracting(Post::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void aQuietWeekComesBeforeTheCrisis() {
        List<Post> posts = STORY.tell(BEGINNING);

        assertThat(posts).extracting(Post::createdAt).isSorted();
        assertThat(posts.getFirst().createdAt()).isAfterOrEqualTo(BEGINNING.minus(Story.QUIET));
        assertThat(posts.getLast().createdAt()).isBeforeOrEqualTo(BEGINNING.plus(Story.CRISIS));
        assertThat(posts.stream().filter(post -> post.createdAt().isBefore(BEGINNING)))
                .hasSizeGreaterThan(100);
    }

    @Test
    void theConnectorTellsEachPostOnceWhenItsTimeHasComeAndAcrossRestarts() {
        List<Post> told = new ArrayList<>();
        Cursor cursor = Cursor.START;
        for (Instant now = BEGINNING;
                now.isBefore(BEGINNING.plus(Story.CRISIS).plusSeconds(9));
                now = now.plusSeconds(7)) {
            Harvest harvest = new StoryConnector(STORY).harvest(cursor, now);
            Instant time = now;
            assertThat(harvest.posts()).noneMatch(post -> post.createdAt().isAfter(time));
            told.addAll(harvest.posts());
            cursor = harvest.cursor();
        }
        assertThat(told).isEqualTo(STORY.tell(BEGINNING));
    }
}
