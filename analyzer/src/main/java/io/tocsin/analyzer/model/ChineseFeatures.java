package io.tocsin.analyzer.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One to four characters in a row, and each code like {@code [怒]} as a whole. Its characters count by themselves, too,
 * since many codes are named by words that people also write.
 */
final class ChineseFeatures {
    private static final Pattern CODE = Pattern.compile("\\[[^\\[\\]\\s]{1,8}\\]");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LONGEST_RUN = 4;

    private ChineseFeatures() {}

    static int[] of(String text) {
        String line =
                SPACE.matcher(text.replace("{%", "").replace("%}", "").strip()).replaceAll(" ");
        BucketSet features = new BucketSet();
        for (int from = 0; from < line.length(); from++) {
            int end = Math.min(line.length(), from + LONGEST_RUN);
            for (int to = from + 1; to <= end; to++) {
                features.add('z', line, from, to);
            }
        }
        for (Matcher m = CODE.matcher(line); m.find(); ) {
            features.add('e', m.group());
        }
        return features.toArray();
    }
}
