package io.tocsin.collector;

import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.FetchSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is read, and how politely. */
public record CollectorSettings(FetchSettings fetch, List<SourceSettings> sources) {

    public CollectorSettings {
        sources = List.copyOf(sources);
        Set<String> names = new HashSet<>();
        for (SourceSettings settings : sources) {
            String name = settings.source().name();
            if (!names.add(name)) {
                throw new IllegalArgumentException("two sources are named '" + name + "'; a name must be unique");
            }
        }
    }
}
