package io.tocsin.analyzer.analysis;

/**
 * Whether the post complains, which is not the same as being negative.
 *
 * @param label the decision
 * @param probability from 0 to 1 that it is a complaint
 */
public record Complaint(boolean label, double probability) {

    /** Not judged, or certainly none. */
    public static final Complaint NONE = new Complaint(false, 0);
}
