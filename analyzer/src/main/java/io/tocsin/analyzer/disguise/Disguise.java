package io.tocsin.analyzer.disguise;

/** One way of disguising words. */
interface Disguise {

    /** The text without it; the same text where there is none. */
    String undo(String text);
}
