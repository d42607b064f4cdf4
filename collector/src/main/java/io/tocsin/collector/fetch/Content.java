package io.tocsin.collector.fetch;

/**
 * What is sent along with a request.
 *
 * @param type of the text, as in {@code Content-Type}
 */
public record Content(String type, String text) {

    /** Fields of a form, encoded already. */
    public static Content form(String fields) {
        return new Content("application/x-www-form-urlencoded", fields);
    }

    public static Content json(String text) {
        return new Content("application/json", text);
    }
}
