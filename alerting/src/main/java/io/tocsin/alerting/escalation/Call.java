package io.tocsin.alerting.escalation;

import io.tocsin.alerting.incident.IncidentId;

/**
 * Somebody to be called about an incident.
 *
 * @param step from 1
 * @param channel the name of the channel
 * @param recipient whom the channel reaches: an address
 */
public record Call(String incident, int episode, int step, String channel, String recipient) {

    /** The same for the same call whenever it is made; letters, digits and {@code -}, and tells no address. */
    public String key() {
        return incident + "-" + episode + "-" + step + "-" + IncidentId.shorten(channel + "\n" + recipient, 8);
    }
}
