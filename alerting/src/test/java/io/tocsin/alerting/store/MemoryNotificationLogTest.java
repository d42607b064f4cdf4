package io.tocsin.alerting.store;

import io.tocsin.alerting.notify.NotificationLog;

class MemoryNotificationLogTest extends NotificationLogContract {
    private final NotificationLog log = new MemoryNotificationLog();

    @Override
    NotificationLog log() {
        return log;
    }
}
