package io.tocsin.alerting.notify;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What is to be sent and what was sent: recorded before and after every attempt. Survives a restart. */
public interface NotificationLog {

    /** Adds those whose key is not known yet; the others are left as they are. */
    void enqueue(Collection<Notification> notifications);

    /** What is to be sent by now, oldest first: the waiting, and those whose sending a crash broke off. */
    List<Notification> due(Instant now);

    /**
     * Records that an attempt begins.
     *
     * @param sending one more attempt than is recorded
     * @return false, with nothing recorded, if somebody else began or settled it meanwhile: do not send
     */
    boolean begin(Notification sending);

    /** Saves what became of an attempt. */
    void settle(Notification notification);

    /** All notifications of an incident, oldest first. */
    List<Notification> of(String incident);
}
