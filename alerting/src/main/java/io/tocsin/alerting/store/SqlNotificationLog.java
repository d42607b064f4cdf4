package io.tocsin.alerting.store;

import io.tocsin.alerting.notify.Notification;
import io.tocsin.alerting.notify.NotificationLog;
import io.tocsin.collector.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The log of notifications in the database. */
public final class SqlNotificationLog implements NotificationLog {
    private static final String OUTCOME =
            "UPDATE notification SET state = :state, attempts = :attempts, not_before = :notBefore,"
                    + " settled_at = :settledAt, problem = :problem WHERE name = :key";

    private final Jdbi jdbi;

    public SqlNotificationLog(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public void enqueue(Collection<Notification> notifications) {
        if (!notifications.isEmpty()) {
            jdbi.useTransaction(handle -> notifications.forEach(notification -> insert(handle, notification)));
        }
    }

    @Override
    public List<Notification> due(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM notification WHERE state IN ('WAITING', 'SENDING') AND not_before <= :now
                        ORDER BY number
                        """)
                .bind("now", now)
                .map((row, context) -> notification(row))
                .list());
    }

    @Override
    public boolean begin(Notification sending) {
        return jdbi.withHandle(handle -> outcome(
                                handle,
                                OUTCOME + " AND state IN ('WAITING', 'SENDING') AND attempts = :attempts - 1",
                                sending)
                        .execute())
                == 1;
    }

    @Override
    public void settle(Notification notification) {
        jdbi.useHandle(handle -> outcome(handle, OUTCOME, notification).execute());
    }

    @Override
    public List<Notification> of(String incident) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM notification WHERE incident = :incident ORDER BY number")
                        .bind("incident", incident)
                        .map((row, context) -> notification(row))
                        .list());
    }

    private static void insert(Handle handle, Notification notification) {
        Update insert = outcome(handle, """
                        INSERT INTO notification (name, incident, episode, step, channel, recipient, state,
                            created_at, attempts, not_before, settled_at, problem)
                        VALUES (:key, :incident, :episode, :step, :channel, :recipient, :state,
                            :createdAt, :attempts, :notBefore, :settledAt, :problem)
                        ON CONFLICT DO NOTHING
                        """, notification);
        insert.bind("incident", notification.incident())
                .bind("episode", notification.episode())
                .bind("step", notification.step())
                .bind("channel", notification.channel())
                .bind("recipient", notification.recipient())
                .bind("createdAt", notification.createdAt())
                .execute();
    }

    private static Update outcome(Handle handle, String sql, Notification notification) {
        return handle.createUpdate(sql)
                .bind("key", notification.key())
                .bind("state", notification.state())
                .bind("attempts", notification.attempts())
                .bind("notBefore", notification.notBefore())
                .bind("settledAt", notification.settledAt())
                .bind("problem", notification.problem());
    }

    private static Notification notification(ResultSet row) throws SQLException {
        return new Notification(
                row.getString("name"),
                row.getString("incident"),
                row.getInt("episode"),
                row.getInt("step"),
                row.getString("channel"),
                row.getString("recipient"),
                Notification.State.valueOf(row.getString("state")),
                Rows.time(row, "created_at"),
                row.getInt("attempts"),
                Rows.time(row, "not_before"),
                Rows.timeOrNull(row, "settled_at"),
                row.getString("problem"));
    }
}
