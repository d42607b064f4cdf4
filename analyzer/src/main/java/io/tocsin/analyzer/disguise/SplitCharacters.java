package io.tocsin.analyzer.disguise;

import io.tocsin.analyzer.text.Terms;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Characters written in two parts: 扌丁 for 打, 走召 for 超.
 *
 * <p>Where both parts are characters of their own they are joined only if that makes a longer word, and no word that
 * stands there is broken by it.
 */
final class SplitCharacters implements Disguise {
    private static final Pattern NO_CHARACTER_ALONE = Pattern.compile("[亻氵扌讠忄纟钅饣衤礻彳阝犭刂攵]");
    private static final Terms<String> SPLIT = new Terms<>(WordLists.SPLIT);

    @Override
    public String undo(String text) {
        List<Edit> candidates = SPLIT.find(text).stream()
                .map(found -> new Edit(found.begin(), found.end(), found.value()))
                .toList();
        if (candidates.isEmpty()) {
            return text;
        }
        Rewritten joined = new Rewritten(candidates, text);
        List<Edit> meant = IntStream.range(0, candidates.size())
                .filter(i -> isMeant(candidates.get(i), i, joined, text))
                .mapToObj(candidates::get)
                .toList();
        return Edit.apply(meant, text);
    }

    /** @param before how many characters are joined before this one, which therefore stands as much earlier */
    private static boolean isMeant(Edit edit, int before, Rewritten joined, String text) {
        if (NO_CHARACTER_ALONE.matcher(text.substring(edit.begin(), edit.end())).find()) {
            return true;
        }
        ChineseWords.Word word = ChineseWords.wordAt(edit.begin() - before, joined.text());
        return word.end() - word.begin() > 1
                && ChineseWords.standsAlone(edit.begin(), edit.begin() + 1, text)
                && ChineseWords.standsAlone(edit.begin() + 1, edit.end(), text)
                && ChineseWords.standsAlone(joined.origin(word.begin()), joined.origin(word.end()), text);
    }
}
