package io.tocsin.app.wiring;

import io.tocsin.analyzer.AnalyzerSettings;
import io.tocsin.app.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Lets the analysis learn from the posts it reads, one lesson after the other in the background. */
public final class Learning {
    private static final Executor LESSONS = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("lessons").factory());

    private Learning() {}

    /**
     * What the configuration says about analysis, learning where it says that words may settle a post.
     *
     * @throws UncheckedIOException if what was learnt before cannot be used; the message names the file
     */
    public static AnalyzerSettings of(Settings settings) {
        try {
            return settings.analyzer().learning(settings.data().resolve("learnt"), LESSONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
