package io.tocsin.collector;

import io.tocsin.collector.connect.SourceSettings;
import io.tocsin.collector.fetch.FetchSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where posts come from.
 *
 * @param fetch how politely they are read
 * @param sources what is read
 * @param doors where callers bring them by themselves
 */
public record CollectorSettings(FetchSettings fetch, List<SourceSettings> sources, List<DoorSettings> doors) {

    public CollectorSettings {
        sources = List.copyOf(sources);
        doors = List.copyOf(doors);
        Set<String> names = new HashSet<>();
        Stream.concat(
                        sources.stream().map(settings -> settings.source().name()),
                        doors.stream().map(DoorSettings::name))
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("two sources are named '" + name + "'; a name must be unique");
                });
    }

    /** Without doors. */
    public CollectorSettings(FetchSettings fetch, List<SourceSettings> sources) {
        this(fetch, sources, List.of());
    }
}
