package io.tocsin.alerting.store;

import io.tocsin.alerting.notify.Notification;
import io.tocsin.alerting.notify.NotificationLog;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A log that ends with the process: for replays and tests. */
public final class MemoryNotificationLog implements NotificationLog {
    private final Map<String, Notification> notifications = new LinkedHashMap<>();
    private final Map<String, Notification> unsettled = new LinkedHashMap<>();

    @Override
    public synchronized void enqueue(Collection<Notification> more) {
        more.stream().filter(n -> !notifications.containsKey(n.key())).forEach(this::put);
    }

    private void put(Notification notification) {
        notifications.put(notification.key(), notification);
        if (notification.unsettled()) {
            unsettled.put(notification.key(), notification);
        } else {
            unsettled.remove(notification.key());
        }
    }

    @Override
    public synchronized List<Notification> due(Instant now) {
        return unsettled.values().stream()
                .filter(n -> !n.notBefore().isAfter(now))
                .toList();
    }

    @Override
    public synchronized boolean begin(Notification sending) {
        Notification recorded = notifications.get(sending.key());
        boolean first = recorded != null && recorded.unsettled() && recorded.attempts() == sending.attempts() - 1;
        if (first) {
            put(sending);
        }
        return first;
    }

    @Override
    public synchronized void settle(Notification notification) {
        put(notification);
    }

    @Override
    public synchronized List<Notification> of(String incident) {
        return notifications.values().stream()
                .filter(n -> n.incident().equals(incident))
                .toList();
    }
}
