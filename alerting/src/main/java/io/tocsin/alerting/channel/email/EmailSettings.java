package io.tocsin.alerting.channel.email;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A channel that sends e-mail.
 *
 * @param name what the escalation calls it
 * @param to the addresses; every one gets a message of its own with an acknowledge link of its own
 * @param language English or Chinese
 * @param zone for the times in the message
 */
public record EmailSettings(String name, List<String> to, Locale language, ZoneId zone) {

    public EmailSettings {
        to = List.copyOf(to);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("channel " + name + " needs an address in 'to'");
        }
        to.forEach(address -> Addresses.check("channel " + name, address));
    }
}
