package io.tocsin.analyzer.analysis;

import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Which posts an encoder reads, which costs a hundred times what a look at the words costs. */
public enum Depth {
    /** Every post. */
    FULL,
    /** Every post about a watch. */
    WATCHED,
    /** A post about a watch whose words leave open how its author feels or whether it is a complaint. */
    CASCADE;

    /** Whether the names in posts that are no complaints are worth the time of a model. */
    boolean asksForNames() {
        return this != CASCADE;
    }

    /** As it stands in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether an encoder should read a post.
     *
     * @param watched whether it is about a watch, or there are none
     * @param settled whether its words tell enough
     */
    boolean asksForEncoder(boolean watched, BooleanSupplier settled) {
        return switch (this) {
            case FULL -> true;
            case WATCHED -> watched;
            case CASCADE -> watched && !settled.getAsBoolean();
        };
    }
}
