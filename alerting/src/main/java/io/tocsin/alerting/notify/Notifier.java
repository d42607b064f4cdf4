package io.tocsin.alerting.notify;

/** A way to reach people: one per channel of the configuration. */
public interface Notifier {

    /** The name of the channel. */
    String channel();

    /** Sends one message and says what became of it; tries once and does not throw for trouble on the way. */
    Outcome send(Alert alert);
}
