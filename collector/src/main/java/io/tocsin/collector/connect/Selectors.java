package io.tocsin.collector.connect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where things are on the pages of a forum, as far as somebody said it.
 *
 * @param places of the spots that are elements
 * @param fields of the spots that are values
 */
public record Selectors(Map<Spot, Css> places, Map<Spot, Field> fields) {
    public static final Selectors NONE = new Selectors(Map.of(), Map.of());

    public Selectors {
        places = Map.copyOf(places);
        fields = Map.copyOf(fields);
    }

    /** These, and where they say nothing the others. */
    public Selectors orElse(Selectors others) {
        Map<Spot, Css> allPlaces = new EnumMap<>(Spot.class);
        allPlaces.putAll(others.places);
        allPlaces.putAll(places);
        Map<Spot, Field> allFields = new EnumMap<>(Spot.class);
        allFields.putAll(others.fields);
        allFields.putAll(fields);
        return new Selectors(allPlaces, allFields);
    }

    /** What they would have to say and do not. */
    public List<Spot> missing() {
        return Stream.of(Spot.values())
                .filter(spot -> spot.isRequired() && !says(spot))
                .toList();
    }

    public boolean says(Spot spot) {
        return places.containsKey(spot) || fields.containsKey(spot);
    }

    /** Where the elements are. */
    public Optional<Css> place(Spot spot) {
        return Optional.ofNullable(places.get(spot));
    }

    /** How the value is found. */
    public Optional<Field> field(Spot spot) {
        return Optional.ofNullable(fields.get(spot));
    }

    /** What was said of a spot, as the configuration writes it. */
    public String text(Spot spot) {
        return spot.isPlace() ? Objects.toString(places.get(spot)) : Objects.toString(fields.get(spot));
    }
}
