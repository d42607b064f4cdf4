package io.tocsin.alerting.spread;

/** Whom to count among those who complain. */
public enum Heard {
    /** Who says something of their own: all who say the same again are one at most, however many they are. */
    INDEPENDENT {
        @Override
        String key(Mention mention) {
            return mention.isCopy() ? mention.origin() : mention.voice();
        }
    },
    /** Everybody, with those who say again what others said. */
    EVERYBODY {
        @Override
        String key(Mention mention) {
            return mention.voice();
        }
    };

    /** Mentions with the same key count once. */
    abstract String key(Mention mention);
}
