package io.tocsin.analyzer.disguise;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Traditional characters, which the models know less well than the simplified ones. */
final class TraditionalCharacters implements Disguise {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;

    /** Loads HanLP's table when it is first needed. */
    private static final class Table {
        static final BitSet TRADITIONAL = IntStream.rangeClosed(FIRST, LAST)
                .filter(TraditionalCharacters::hasCommonSimplifiedForm)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    @Override
    public String undo(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Table.TRADITIONAL.get(text.charAt(i))) {
                return HanLP.convertToSimplifiedChinese(text);
            }
        }
        return text;
    }

    private static boolean hasCommonSimplifiedForm(int character) {
        String traditional = Character.toString(character);
        String simplified = HanLP.convertToSimplifiedChinese(traditional);
        return !simplified.equals(traditional) && CoreDictionary.contains(simplified);
    }
}
