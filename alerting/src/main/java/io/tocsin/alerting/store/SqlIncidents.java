package io.tocsin.alerting.store;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.incident.IncidentEvent;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.collector.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Incidents in the database. */
public final class SqlIncidents implements Incidents {
    private final Jdbi jdbi;

    public SqlIncidents(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public Optional<Incident> find(String id) {
        return jdbi
                .withHandle(handle -> incidents(
                        handle,
                        handle.createQuery("SELECT * FROM incident WHERE id = :id")
                                .bind("id", id)))
                .stream()
                .findFirst();
    }

    @Override
    public List<Incident> about(String watch, Instant since) {
        return jdbi.withHandle(handle ->
                incidents(handle, handle.createQuery("""
                        SELECT * FROM incident WHERE watch = :watch AND last_evidence >= :since
                        ORDER BY opened_at DESC, id
                        """).bind("watch", watch).bind("since", since)));
    }

    @Override
    public List<Incident> unresolved() {
        return jdbi.withHandle(handle -> incidents(handle, handle.createQuery("""
                        SELECT * FROM incident WHERE status <> 'RESOLVED' ORDER BY opened_at, id DESC
                        """)));
    }

    @Override
    public List<Incident> page(int offset, int limit) {
        return jdbi.withHandle(handle ->
                incidents(handle, handle.createQuery("""
                        SELECT * FROM incident
                        ORDER BY CASE WHEN status = 'RESOLVED' THEN 1 ELSE 0 END, opened_at DESC, id
                        OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY
                        """).bind("offset", offset).bind("limit", limit)));
    }

    @Override
    public boolean save(Incident incident, List<IncidentEvent> events) {
        return jdbi.inTransaction(handle -> {
            boolean saved = incident.version() == 0 ? insert(handle, incident) : update(handle, incident);
            if (saved) {
                addPosts(handle, incident);
                addEvents(handle, events);
            }
            return saved;
        });
    }

    @Override
    public void record(IncidentEvent event) {
        jdbi.useHandle(handle -> addEvents(handle, List.of(event)));
    }

    @Override
    public List<IncidentEvent> timeline(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM incident_event WHERE incident = :id ORDER BY number")
                        .bind("id", id)
                        .map((row, context) -> event(row))
                        .list());
    }

    private static boolean insert(Handle handle, Incident incident) {
        return handle.createUpdate("""
                                INSERT INTO incident (id, watch, reason, status, severity, opened_at, episode,
                                    escalates_from, last_evidence, assignee, resolved_at, version)
                                VALUES (:id, :watch, :reason, :status, :severity, :openedAt, :episode,
                                    :escalatesFrom, :lastEvidence, :assignee, :resolvedAt, 1)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("id", incident.id())
                        .bind("watch", incident.watch())
                        .bind("reason", BreachFormat.write(incident.reason()))
                        .bind("status", incident.status())
                        .bind("severity", incident.severity())
                        .bind("openedAt", incident.openedAt())
                        .bind("episode", incident.episode())
                        .bind("escalatesFrom", incident.escalatesFrom())
                        .bind("lastEvidence", incident.lastEvidence())
                        .bind("assignee", incident.assignee())
                        .bind("resolvedAt", incident.resolvedAt())
                        .execute()
                == 1;
    }

    private static boolean update(Handle handle, Incident incident) {
        return handle.createUpdate("""
                                UPDATE incident
                                SET status = :status, severity = :severity, episode = :episode,
                                    escalates_from = :escalatesFrom, last_evidence = :lastEvidence,
                                    assignee = :assignee, resolved_at = :resolvedAt, version = version + 1
                                WHERE id = :id AND version = :version
                                """)
                        .bind("id", incident.id())
                        .bind("version", incident.version())
                        .bind("status", incident.status())
                        .bind("severity", incident.severity())
                        .bind("episode", incident.episode())
                        .bind("escalatesFrom", incident.escalatesFrom())
                        .bind("lastEvidence", incident.lastEvidence())
                        .bind("assignee", incident.assignee())
                        .bind("resolvedAt", incident.resolvedAt())
                        .execute()
                == 1;
    }

    /** Posts are only ever added at the end. */
    private static void addPosts(Handle handle, Incident incident) {
        int known = handle.createQuery("SELECT COUNT(*) FROM incident_post WHERE incident = :id")
                .bind("id", incident.id())
                .mapTo(Integer.class)
                .one();
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO incident_post (incident, position, post) VALUES (:incident, :position, :post)");
        for (int position = known; position < incident.posts().size(); position++) {
            batch.bind("incident", incident.id())
                    .bind("position", position)
                    .bind("post", incident.posts().get(position))
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void addEvents(Handle handle, List<IncidentEvent> events) {
        for (IncidentEvent event : events) {
            handle.createUpdate("""
                            INSERT INTO incident_event (incident, happened_at, kind, actor, details)
                            VALUES (:incident, :at, :kind, :actor, :text)
                            """)
                    .bind("incident", event.incident())
                    .bind("at", event.at())
                    .bind("kind", event.kind())
                    .bind("actor", event.actor())
                    .bind("text", event.text())
                    .execute();
        }
    }

    private static List<Incident> incidents(Handle handle, Query query) {
        return query.map((row, context) -> incident(row, posts(handle, row.getString("id"))))
                .list();
    }

    private static List<String> posts(Handle handle, String id) {
        return handle.createQuery("SELECT post FROM incident_post WHERE incident = :id ORDER BY position")
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    private static Incident incident(ResultSet row, List<String> posts) throws SQLException {
        return new Incident(
                row.getString("id"),
                row.getString("watch"),
                BreachFormat.read(row.getString("reason")),
                Incident.Status.valueOf(row.getString("status")),
                row.getInt("severity"),
                posts,
                Rows.time(row, "opened_at"),
                row.getInt("episode"),
                Rows.time(row, "escalates_from"),
                Rows.time(row, "last_evidence"),
                row.getString("assignee"),
                Rows.timeOrNull(row, "resolved_at"),
                row.getLong("version"));
    }

    private static IncidentEvent event(ResultSet row) throws SQLException {
        return new IncidentEvent(
                row.getString("incident"),
                Rows.time(row, "happened_at"),
                IncidentEvent.Kind.valueOf(row.getString("kind")),
                row.getString("actor"),
                row.getString("details"));
    }
}
