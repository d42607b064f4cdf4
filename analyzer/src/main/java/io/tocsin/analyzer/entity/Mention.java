package io.tocsin.analyzer.entity;

/**
 * An entity and where it stands.
 *
 * @param begin index of its first character in the text
 * @param end index after its last character
 */
record Mention(int begin, int end, Entity entity) {

    /** What stands at this place of a text. */
    static Mention at(int begin, int end, Entity.Kind kind, String text) {
        String words = text.substring(begin, end);
        return new Mention(begin, end, new Entity(kind, words, words));
    }

    boolean overlaps(Mention other) {
        return begin < other.end && other.begin < end;
    }
}
