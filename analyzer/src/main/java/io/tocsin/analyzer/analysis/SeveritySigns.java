package io.tocsin.analyzer.analysis;

import io.tocsin.analyzer.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The words of one language that tell how severe a complaint is, as {@code severity-LANGUAGE.txt} lists them for people
 * to read and extend.
 */
final class SeveritySigns {
    private static final Map<String, SeveritySigns> BY_LANGUAGE =
            Map.of("en", new SeveritySigns("en", " ", 4), "zh", new SeveritySigns("zh", "", 6));

    private final List<Sign> signs;
    private final List<Phrase> denials;
    private final List<Phrase> denialsRightBefore;
    private final List<Phrase> noDenials;
    private final String joint;
    private final int denialReach;

    /**
     * A phrase of the list.
     *
     * @param deniable whether a denial before it takes it away
     */
    private record Sign(Phrase phrase, int level, boolean deniable) {}

    /** A sign in a text, as it stands there. */
    record Found(String words, int level) {}

    /**
     * Reads the list of a language.
     *
     * @param joint what stands between two tokens
     * @param denialReach so many tokens before a sign a denial may begin
     */
    private SeveritySigns(String language, String joint, int denialReach) {
        Map<String, List<Phrase>> sections = PhraseFile.read("severity-" + language + ".txt", language);
        signs = new ArrayList<>();
        PhraseFile.section(sections, "3").forEach(phrase -> signs.add(new Sign(phrase, 3, true)));
        PhraseFile.section(sections, "2").forEach(phrase -> signs.add(new Sign(phrase, 2, true)));
        PhraseFile.section(sections, "2 always").forEach(phrase -> signs.add(new Sign(phrase, 2, false)));
        denials = PhraseFile.section(sections, "denial");
        denialsRightBefore = PhraseFile.section(sections, "denial right before");
        noDenials = PhraseFile.section(sections, "not a denial");
        this.joint = joint;
        this.denialReach = denialReach;
    }

    /** The signs that nothing denies, in the order of the text; none in a language without a list. */
    static List<Found> in(List<Sentence> sentences, String language) {
        SeveritySigns list = BY_LANGUAGE.get(language);
        if (list == null) {
            return List.of();
        }
        return sentences.stream()
                .flatMap(sentence -> list.in(sentence.tokens()).stream())
                .toList();
    }

    private List<Found> in(List<String> tokens) {
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            for (Sign sign : signs) {
                if (sign.phrase.standsAt(at, tokens) && !(sign.deniable && denied(at, tokens))) {
                    found.add(new Found(words(tokens, at, sign.phrase.length()), sign.level));
                }
            }
        }
        return found;
    }

    private String words(List<String> tokens, int at, int length) {
        return String.join(joint, tokens.subList(at, at + length)).replace(" n't", "n't");
    }

    /** Looks back from a sign to the mark before it, and at most so far. */
    private boolean denied(int sign, List<String> tokens) {
        for (int at = sign - 1; at >= 0 && sign - at <= denialReach && !isMark(tokens.get(at)); at--) {
            if (denies(at, sign, tokens)) {
                return true;
            }
        }
        return false;
    }

    private boolean denies(int at, int sign, List<String> tokens) {
        boolean far = denials.stream().anyMatch(denial -> denial.standsAt(at, tokens));
        boolean near = denialsRightBefore.stream()
                .anyMatch(denial -> denial.standsAt(at, tokens) && at + denial.length() == sign);
        return (far || near) && !onlyLooksLikeOne(at, tokens);
    }

    private boolean onlyLooksLikeOne(int at, List<String> tokens) {
        return noDenials.stream()
                .anyMatch(phrase -> IntStream.rangeClosed(Math.max(0, at - phrase.length() + 1), at)
                        .anyMatch(start -> phrase.standsAt(start, tokens)));
    }

    private static boolean isMark(String token) {
        return token.codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
