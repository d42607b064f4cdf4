package io.tocsin.analyzer.disguise;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How Chinese sounds, without tones. A syllable is written as one character of the private use area. */
final class Sounds {
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;
    private static final char FIRST_SYLLABLE = 0xE000;

    private static final Map<String, Character> SYLLABLES = new HashMap<>();
    private static final char[] OF_CHARACTERS = new char[LAST - FIRST + 1];

    static {
        for (Pinyin sound : Pinyin.values()) {
            SYLLABLES.putIfAbsent(sound.getPinyinWithoutTone(), (char) (FIRST_SYLLABLE + SYLLABLES.size()));
        }
        for (int character = FIRST; character <= LAST; character++) {
            Pinyin sound = PinyinDictionary.convertToPinyinArray(Character.toString(character))[0];
            OF_CHARACTERS[character - FIRST] = sound == Pinyin.none5 ? (char) character : syllable(sound);
        }
    }

    private Sounds() {}

    /** The syllables of a word in letters. */
    static List<String> letters(String word) {
        return Arrays.stream(PinyinDictionary.convertToPinyinArray(word))
                .map(Pinyin::getPinyinWithoutTone)
                .toList();
    }

    /** The syllables of a word, which tells how characters with several readings are read. */
    static String ofWord(String word) {
        StringBuilder sounds = new StringBuilder();
        Arrays.stream(PinyinDictionary.convertToPinyinArray(word)).forEach(sound -> sounds.append(syllable(sound)));
        return sounds.toString();
    }

    /** A text in which a syllable stands for each Chinese character, in its most frequent reading. */
    static String ofCharacters(String text) {
        char[] sounds = text.toCharArray();
        for (int i = 0; i < sounds.length; i++) {
            if (sounds[i] >= FIRST && sounds[i] <= LAST) {
                sounds[i] = OF_CHARACTERS[sounds[i] - FIRST];
            }
        }
        return String.valueOf(sounds);
    }

    private static char syllable(Pinyin sound) {
        return Objects.requireNonNull(SYLLABLES.get(sound.getPinyinWithoutTone()));
    }
}
