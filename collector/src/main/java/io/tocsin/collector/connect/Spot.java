package io.tocsin.collector.connect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is looked for on the pages of a forum; the key is what the configuration calls it. */
public enum Spot {
    /** One thread on a list. The list's fields are looked up inside it. */
    LIST_ITEM("list", "item", Kind.PLACE, true),
    /** The address of the thread. */
    LIST_LINK("list", "link", Kind.FIELD, true),
    LIST_TITLE("list", "title", Kind.FIELD, true),
    /** How many replies it has, as the page shows it. */
    LIST_REPLIES("list", "replies", Kind.FIELD, false),
    /** When it was last answered, as the page shows it. */
    LIST_LAST_REPLY("list", "last_reply", Kind.FIELD, false),
    /** The address of the list's next page. */
    LIST_NEXT("list", "next", Kind.FIELD, false),
    /** The address of the thread's next page. */
    THREAD_NEXT("thread", "next", Kind.FIELD, false),
    /** One post of a thread. The post's fields are looked up inside it. */
    POST_ITEM("post", "item", Kind.PLACE, true),
    /** Unique in the forum. */
    POST_ID("post", "id", Kind.FIELD, true),
    POST_AUTHOR("post", "author", Kind.FIELD, false),
    POST_TIME("post", "time", Kind.FIELD, true),
    POST_TEXT("post", "text", Kind.FIELD, true),
    /** What stands in the text but was not said by the author: quotes, signatures. */
    POST_REMOVE("post", "remove", Kind.PLACE, false);

    private final String section;
    private final String name;
    private final Kind kind;
    private final boolean required;

    Spot(String section, String name, Kind kind, boolean required) {
        this.section = section;
        this.name = name;
        this.kind = kind;
        this.required = required;
    }

    /** Those of one section of the configuration. */
    public static List<Spot> of(String section) {
        return Arrays.stream(values())
                .filter(spot -> spot.section.equals(section))
                .toList();
    }

    /** The one with this key, like {@code list.item}. */
    public static Optional<Spot> named(String key) {
        return Arrays.stream(values()).filter(spot -> spot.key().equals(key)).findFirst();
    }

    public String section() {
        return section;
    }

    /** Its name within its section. */
    public String shortName() {
        return name;
    }

    public String key() {
        return section + "." + name;
    }

    /** Whether it is found by a bare selector, because elements are wanted and no value. */
    public boolean isPlace() {
        return kind == Kind.PLACE;
    }

    /** Whether nothing can be read without it. */
    public boolean isRequired() {
        return required;
    }

    private enum Kind {
        PLACE,
        FIELD
    }
}
