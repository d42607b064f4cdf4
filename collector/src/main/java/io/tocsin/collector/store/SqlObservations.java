package io.tocsin.collector.store;

import io.tocsin.collector.growth.Followed;
import io.tocsin.collector.growth.Observations;
import io.tocsin.collector.post.Engagement;
import io.tocsin.collector.post.Observation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Remembers how posts grew in the database. */
public final class SqlObservations implements Observations {
    private static final String POST =
            "id, platform, written, collected, last_read, due, mark, counts, missed, gone_at";

    /** In one statement. */
    private static final int MOST_IDS = 1_000;

    private final Jdbi jdbi;

    public SqlObservations(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public void save(String source, Collection<Followed> posts, Collection<Observation> readings) {
        jdbi.useTransaction(handle -> {
            savePosts(handle, source, posts);
            saveReadings(handle, readings);
        });
    }

    private static void savePosts(Handle handle, String source, Collection<Followed> posts) {
        run(
                handle,
                posts,
                """
                INSERT INTO followed_post (id, source, platform, written, collected, last_read, due, mark, counts, missed, gone_at)
                VALUES (:id, :source, :platform, :written, :collected, :lastRead, :due, :mark, :counts, :missed, :goneAt)
                ON CONFLICT DO NOTHING
                """,
                (batch, post) -> bind(batch, post).bind("source", source).bind("platform", post.platform()));
        run(handle, posts, """
                UPDATE followed_post
                SET written = :written, collected = :collected, last_read = :lastRead, due = :due, mark = :mark, counts = :counts,
                    missed = :missed, gone_at = :goneAt
                WHERE id = :id
                """, SqlObservations::bind);
    }

    private static PreparedBatch bind(PreparedBatch batch, Followed post) {
        return batch.bind("id", post.id())
                .bind("written", post.written())
                .bind("collected", post.collected())
                .bind("lastRead", post.lastRead())
                .bindByType("due", post.due(), Instant.class)
                .bind("mark", post.mark())
                .bind("counts", post.counts())
                .bind("missed", post.missed())
                .bindByType("goneAt", post.goneAt(), Instant.class);
    }

    private static void saveReadings(Handle handle, Collection<Observation> readings) {
        run(
                handle,
                readings,
                "DELETE FROM observation WHERE post_id = :id AND read_at = :at",
                (batch, reading) -> batch.bind("id", reading.postId()).bind("at", reading.at()));
        run(
                handle,
                readings,
                """
                INSERT INTO observation (post_id, read_at, reposts, replies, likes, views)
                VALUES (:id, :at, :reposts, :replies, :likes, :views)
                """,
                (batch, reading) -> batch.bind("id", reading.postId())
                        .bind("at", reading.at())
                        .bind("reposts", reading.engagement().reposts())
                        .bind("replies", reading.engagement().replies())
                        .bind("likes", reading.engagement().likes())
                        .bind("views", reading.engagement().views()));
    }

    private static <T> void run(Handle handle, Collection<T> items, String sql, Binding<T> binding) {
        if (items.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            items.forEach(item -> binding.bind(batch, item).add());
            batch.execute();
        }
    }

    private interface Binding<T> {
        PreparedBatch bind(PreparedBatch batch, T item);
    }

    @Override
    public List<Followed> due(String source, Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + POST + " FROM followed_post"
                        + " WHERE source = :source AND due <= :now ORDER BY due, id LIMIT :most")
                .bind("source", source)
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> post(row))
                .list());
    }

    @Override
    public List<Followed> find(String source, Collection<String> ids) {
        List<String> all = ids.stream().distinct().toList();
        List<Followed> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_IDS) {
            found.addAll(findSome(source, all.subList(from, Math.min(all.size(), from + MOST_IDS))));
        }
        return found;
    }

    private List<Followed> findSome(String source, List<String> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + POST + " FROM followed_post WHERE source = :source AND id IN (<ids>)")
                .bind("source", source)
                .bindList("ids", ids)
                .map((row, context) -> post(row))
                .list());
    }

    @Override
    public List<String> newest(String source, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM followed_post"
                        + " WHERE source = :source AND gone_at IS NULL ORDER BY written DESC, id LIMIT :most")
                .bind("source", source)
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    @Override
    public List<Observation> of(String postId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM observation WHERE post_id = :id ORDER BY read_at")
                .bind("id", postId)
                .map((row, context) -> new Observation(
                        postId,
                        Times.required(row, "read_at"),
                        new Engagement(
                                count(row, "reposts"),
                                count(row, "replies"),
                                count(row, "likes"),
                                count(row, "views"))))
                .list());
    }

    @Override
    public void forget(Instant before) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            DELETE FROM observation WHERE post_id IN
                                (SELECT id FROM followed_post WHERE due IS NULL AND last_read < :before)
                            """).bind("before", before).execute();
            handle.createUpdate("DELETE FROM followed_post WHERE due IS NULL AND last_read < :before")
                    .bind("before", before)
                    .execute();
        });
    }

    private static Followed post(ResultSet row) throws SQLException {
        return new Followed(
                row.getString("id"),
                row.getString("platform"),
                Times.required(row, "written"),
                Times.required(row, "collected"),
                Times.required(row, "last_read"),
                Times.in(row, "due"),
                row.getInt("mark"),
                row.getInt("counts"),
                row.getBoolean("missed"),
                Times.in(row, "gone_at"));
    }

    private static @Nullable Long count(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
