package io.tocsin.analyzer.entity;

/**
 * A name or a number that a post speaks of.
 *
 * @param text as it stands in the post
 * @param name what to count it under: the canonical name of a dictionary, a phone number in E.164 form, else the text
 */
public record Entity(Kind kind, String text, String name) {

    /** What it names. */
    public enum Kind {
        PRODUCT,
        PLACE,
        ORGANISATION,
        PERSON,
        ORDER_NUMBER,
        PHONE
    }
}
