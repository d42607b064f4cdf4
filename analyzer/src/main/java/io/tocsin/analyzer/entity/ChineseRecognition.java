package io.tocsin.analyzer.entity;

import java.util.Locale;
import java.util.Optional;

/** What recognises names in Chinese. */
public enum ChineseRecognition {
    /** HanLP: light, and comes with Tocsin. */
    HANLP,
    /** CoreNLP: its Chinese models are a jar of 1.6 GB that the user adds to the class path. */
    CORENLP;

    /** As it stands in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is missing to use it and what to do about it, if anything is. */
    public Optional<String> problem() {
        return this == HANLP || CoreNlpChineseNames.isThere()
                ? Optional.empty()
                : Optional.of("CoreNLP's Chinese models are not there; put " + CoreNlpChineseNames.JAR
                        + " from Maven Central into the folder lib of the product, or choose hanlp");
    }

    Finder finder() {
        return switch (this) {
            case HANLP -> new ChineseNames();
            case CORENLP -> new CoreNlpChineseNames();
        };
    }
}
