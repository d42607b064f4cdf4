package io.tocsin.alerting.channel.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** What an e-mail address looks like (RFC 5322): {@code name@host}, and nothing else on the line. */
final class Addresses {

    private Addresses() {}

    static void check(String where, String address) {
        try {
            new InternetAddress(address, true).validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    where + ": '" + address + "' is no e-mail address (" + e.getMessage() + ")", e);
        }
        if (!address.contains("@") || address.chars().anyMatch(c -> c <= ' ')) {
            throw new IllegalArgumentException(where + ": '" + address + "' is no e-mail address like name@host");
        }
    }
}
