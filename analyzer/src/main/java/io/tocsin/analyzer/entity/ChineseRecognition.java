package io.tocsin.analyzer.entity;

/** What recognises names in Chinese. */
public enum ChineseRecognition {
    /** HanLP: light, and comes with Tocsin. */
    HANLP,
    /** CoreNLP: its Chinese models are a jar of 1.6 GB that the user adds to the class path. */
    CORENLP;

    Finder finder() {
        return switch (this) {
            case HANLP -> new ChineseNames();
            case CORENLP -> new CoreNlpChineseNames();
        };
    }
}
