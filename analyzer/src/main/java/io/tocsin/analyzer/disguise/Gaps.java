package io.tocsin.analyzer.disguise;

import io.tocsin.analyzer.entity.Dictionary;
import io.tocsin.analyzer.entity.Entity;
import io.tocsin.analyzer.text.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Signs and spaces inside words: 退。款, 客 服. They are taken out of known words only, and only where both texts, with
 * and without them, have a word begin and end where this one does.
 */
final class Gaps implements Disguise {
    private static final String SIGNS = " \u00A0\u3000.。·•・‧∙,，、*＊+＋-—–_＿/／\\|｜~～^'’‘`=…";
    private static final int WIDEST = 3;
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2,}");
    private final Terms<String> words;

    Gaps(Dictionary dictionary) {
        Stream<String> names = dictionary.names().stream()
                .map(Entity::text)
                .filter(name -> CHINESE.matcher(name).matches());
        words = new Terms<>(Stream.concat(WordLists.GUARDED.stream(), names)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), Function.identity())));
    }

    @Override
    public String undo(String text) {
        List<Edit> gaps = gaps(text);
        if (gaps.isEmpty()) {
            return text;
        }
        Rewritten closed = new Rewritten(gaps, text);
        return Edit.apply(
                words.find(closed.text()).stream()
                        .map(word -> edit(word, closed, text))
                        .filter(Objects::nonNull)
                        .toList(),
                text);
    }

    private static List<Edit> gaps(String text) {
        List<Edit> gaps = new ArrayList<>();
        for (int i = 1; i < text.length() - 1; i++) {
            if (isChinese(text.charAt(i - 1)) && !isChinese(text.charAt(i))) {
                int end = endOfSigns(i, text);
                if (end > i && end < text.length() && isChinese(text.charAt(end))) {
                    gaps.add(new Edit(i, end, ""));
                }
            }
        }
        return gaps;
    }

    private static int endOfSigns(int begin, String text) {
        int end = begin;
        while (end < text.length() && end - begin < WIDEST && SIGNS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isChinese(char character) {
        return character >= 0x4E00 && character <= 0x9FFF;
    }

    private static @Nullable Edit edit(Terms.Match<String> word, Rewritten closed, String text) {
        int begin = closed.origin(word.begin());
        int end = closed.origin(word.end() - 1) + 1;
        boolean meant = end - begin > word.value().length()
                && ChineseWords.standsAlone(word.begin(), word.end(), closed.text())
                && ChineseWords.standsAlone(begin, end, text);
        return meant ? new Edit(begin, end, word.value()) : null;
    }
}
