package io.tocsin.alerting.incident;

/** There is no incident with this id. */
public final class NoSuchIncidentException extends RuntimeException {

    public NoSuchIncidentException(String id) {
        super("there is no incident " + id);
    }
}
