package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.model.Reading;
import java.util.Locale;

/** Which posts an encoder reads, which costs a hundred times what a look at the words costs. */
public enum Depth {
    /** Every post. */
    FULL,
    /** Every post about a watch. */
    WATCHED,
    /** A post about a watch whose words leave open whether it is a complaint. */
    CASCADE;

    /** As it stands in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether an encoder should read a post.
     *
     * @param watched whether it is about a watch
     * @param complaint how likely its words make it a complaint
     */
    boolean asksForEncoder(boolean watched, double complaint) {
        return switch (this) {
            case FULL -> true;
            case WATCHED -> watched;
            case CASCADE -> watched && Math.max(complaint, 1 - complaint) < Reading.SURE;
        };
    }
}
