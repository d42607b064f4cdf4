package io.tocsin.analyzer.entity;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import java.util.regex.Pattern;

/** Tells names of places from other words. */
final class ChinesePlaces {
    private static final Pattern PLACE = Pattern.compile("(?![的来在去到从照一二两三几每各本全这那哪同某大小不先进下])\\p{IsHan}{2,8}"
            + "(?:省|市|县|区|镇|乡|街道|小区|路|大道|高速|机场|车站|高铁站|地铁站|大桥|广场|国道|省道|开发区|自治州)");
    private static final int COMMON_PART = 2;

    private ChinesePlaces() {}

    /** Where in a word that may be a place the name begins; at its end if it is none. */
    static int begin(String word) {
        if (isKnown(word) || PLACE.matcher(word).matches()) {
            return 0;
        }
        return word.length() > 2 && isKnown(word.substring(1)) ? 1 : word.length();
    }

    private static boolean isKnown(String word) {
        CoreDictionary.Attribute common = CoreDictionary.get(word);
        CoreDictionary.Attribute known = common == null ? CustomDictionary.get(word) : common;
        return known != null && word.length() > 1 && places(known) * COMMON_PART >= known.totalFrequency;
    }

    private static int places(CoreDictionary.Attribute known) {
        int places = 0;
        for (int i = 0; i < known.nature.length; i++) {
            places += known.nature[i].startsWith("ns") ? known.frequency[i] : 0;
        }
        return places;
    }
}
