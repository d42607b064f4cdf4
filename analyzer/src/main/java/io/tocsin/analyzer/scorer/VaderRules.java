package io.tocsin.analyzer.scorer;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the words before a word, and around it, do to its valence. */
final class VaderRules {
    private static final double BOOST = 0.293;
    private static final double LOUD = 0.733;
    private static final double NEGATION = -0.74;
    /** How much of a booster is left when words stand between, by their number. */
    private static final double[] DISTANCE = {1, 0.95, 0.9};

    private static final Set<String> BOOSTERS = words("""
            absolutely amazingly awfully completely considerably decidedly deeply effing enormously entirely especially
            exceptionally extremely fabulously flipping flippin fricking frickin frigging friggin fully fucking greatly
            hella highly hugely incredibly intensely majorly more most particularly purely quite really remarkably so
            substantially thoroughly totally tremendously uber unbelievably unusually utterly very""");
    private static final Set<String> DAMPENERS = words("""
            almost barely hardly kinda kindof kind-of less little marginally occasionally partly scarcely slightly
            somewhat sorta sortof sort-of""");
    private static final Set<String> DAMPENING_PHRASES = Set.of("just enough", "kind of", "sort of");
    private static final Set<String> NEGATIONS = words("""
            aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neither
            neednt never none nope nor not nothing nowhere oughtnt shant shouldnt uhuh uh-uh wasnt werent without wont
            wouldnt rarely seldom despite""");
    private static final Map<String, Double> IDIOMS = Map.of(
            "the shit", 3.0,
            "the bomb", 3.0,
            "bad ass", 1.5,
            "yeah right", -2.0,
            "cut the mustard", 2.0,
            "kiss of death", -1.5,
            "hand to mouth", -2.0);

    private final VaderWords words;

    VaderRules(VaderWords words) {
        this.words = words;
    }

    /** The valence of the word at a place; 0 if it is not in the lexicon, or only strengthens or weakens others. */
    double valence(int place) {
        String word = words.lowerCaseAt(place);
        boolean modifies = isModifier(word)
                || (word.equals("kind") && words.lowerCaseAt(place + 1).equals("of"));
        return modifies
                ? 0
                : VaderLexicon.valence(word)
                        .map(rated -> inContext(rated, place))
                        .orElse(0.0);
    }

    private double inContext(double rated, int place) {
        double valence = words.isLoud(place) ? away(rated, LOUD) : rated;
        for (int distance = 0; distance < DISTANCE.length && place > distance; distance++) {
            if (VaderLexicon.valence(words.lowerCaseAt(place - distance - 1)).isEmpty()) {
                valence += modification(place - distance - 1, valence) * DISTANCE[distance];
                valence *= negation(place, distance);
                valence = distance == 2 ? idiom(valence, place) : valence;
            }
        }
        return isAfterLeast(place) ? valence * NEGATION : valence;
    }

    private double modification(int modifier, double valence) {
        String word = words.lowerCaseAt(modifier);
        if (!isModifier(word)) {
            return 0;
        }
        double step = BOOSTERS.contains(word) ? BOOST : -BOOST;
        double signed = valence < 0 ? -step : step;
        if (words.isLoud(modifier)) {
            return valence > 0 ? signed + LOUD : signed - LOUD;
        }
        return signed;
    }

    /** What to multiply with: a negation turns the valence, "never so" strengthens it. */
    private double negation(int place, int distance) {
        boolean so = isSo(place - 1);
        boolean neverSo = words.at(place - distance - 1).equals("never");
        if (distance == 1 && neverSo && so) {
            return 1.5;
        }
        if (distance == 2 && ((neverSo && isSo(place - 2)) || so)) {
            return 1.25;
        }
        String before = words.at(place - distance - 1);
        return isNegation(before) ? NEGATION : 1;
    }

    private boolean isSo(int place) {
        return words.at(place).equals("so") || words.at(place).equals("this");
    }

    /** {@code n't} in any word, and negations as they stand in running text: VADER does not look for them in capitals. */
    private static boolean isNegation(String word) {
        return NEGATIONS.contains(word) || word.contains("n't");
    }

    /** Idioms around the word count instead of it, the later ones in this order over the earlier. */
    private double idiom(double valence, int place) {
        double inIdiom = Stream.of(
                        words.phrase(place - 1, place),
                        words.phrase(place - 2, place),
                        words.phrase(place - 2, place - 1),
                        words.phrase(place - 3, place - 1),
                        words.phrase(place - 3, place - 2))
                .filter(IDIOMS::containsKey)
                .findFirst()
                .map(phrase -> IDIOMS.getOrDefault(phrase, valence))
                .orElse(valence);
        inIdiom = IDIOMS.getOrDefault(words.phrase(place, place + 1), inIdiom);
        inIdiom = IDIOMS.getOrDefault(words.phrase(place, place + 2), inIdiom);
        boolean dampened = DAMPENING_PHRASES.contains(words.phrase(place - 3, place - 2))
                || DAMPENING_PHRASES.contains(words.phrase(place - 2, place - 1));
        return dampened ? inIdiom - BOOST : inIdiom;
    }

    /** "Least good" is turned, "at least good" is not. */
    private boolean isAfterLeast(int place) {
        String before = words.lowerCaseAt(place - 2);
        return words.lowerCaseAt(place - 1).equals("least") && !before.equals("at") && !before.equals("very");
    }

    private static boolean isModifier(String word) {
        return BOOSTERS.contains(word) || DAMPENERS.contains(word);
    }

    private static double away(double fromZero, double step) {
        return fromZero > 0 ? fromZero + step : fromZero - step;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split("\\s+"));
    }
}
