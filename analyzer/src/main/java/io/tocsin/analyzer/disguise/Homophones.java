package io.tocsin.analyzer.disguise;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import io.tocsin.analyzer.text.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Characters that sound like a name of the user's dictionary: 艾可美 for 爱可美.
 *
 * <p>They stand for the name only where they make no word themselves, alone or with their neighbours.
 */
final class Homophones implements Disguise {
    /** A character that is a word of its own so often, in HanLP's counts, stands for itself. */
    private static final int COMMON = 5_000;

    private final Terms<String> names;
    private final boolean none;

    Homophones(Set<String> spoken) {
        Map<String, String> sounds = new HashMap<>();
        spoken.stream().sorted().forEach(name -> {
            sounds.put(Sounds.ofCharacters(name), name);
            sounds.put(Sounds.ofWord(name), name);
        });
        names = new Terms<>(sounds);
        none = spoken.isEmpty();
    }

    @Override
    public String undo(String text) {
        if (none) {
            return text;
        }
        List<Edit> edits = names.find(Sounds.ofCharacters(text)).stream()
                .map(found -> new Edit(found.begin(), found.end(), found.value()))
                .filter(edit -> isMeant(edit, text))
                .toList();
        return Edit.apply(edits, text);
    }

    private static boolean isMeant(Edit edit, String text) {
        String written = text.substring(edit.begin(), edit.end());
        return !written.equals(edit.plain())
                && !ChineseWords.isOne(written)
                && differencesAreRare(written, edit.plain())
                && ChineseWords.standsAlone(edit.begin(), edit.end(), text);
    }

    private static boolean differencesAreRare(String written, String name) {
        return IntStream.range(0, name.length())
                .filter(i -> written.charAt(i) != name.charAt(i))
                .allMatch(i -> CoreDictionary.getTermFrequency(written.substring(i, i + 1)) < COMMON);
    }
}
