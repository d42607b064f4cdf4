package io.tocsin.alerting.notify;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of one message bundle in one language. */
public final class Sentences {
    private final Locale locale;
    private final ResourceBundle bundle;

    private Sentences(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
    }

    /** Chinese for any Chinese locale, English for every other: whatever the machine's own language is. */
    public static Sentences of(String bundle, Locale wanted) {
        Locale locale = wanted.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Sentences(locale, ResourceBundle.getBundle(bundle, locale, control));
    }

    public Locale locale() {
        return locale;
    }

    /** The sentence with this key, with {@code {0}} and so on replaced by the arguments. */
    public String say(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
