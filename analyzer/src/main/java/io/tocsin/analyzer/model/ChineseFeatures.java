package io.tocsin.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One to four characters in a row, where a code like {@code [怒]} or a Latin word counts as one character. */
final class ChineseFeatures {
    private static final Pattern UNIT = Pattern.compile("\\[[^\\[\\]\\s]{1,8}\\]|@user|[a-z]+|(?s:[^\\s])");
    private static final int LONGEST_RUN = 4;

    private ChineseFeatures() {}

    static int[] of(String text) {
        List<String> units = new ArrayList<>();
        for (Matcher m = UNIT.matcher(text.replace("{%", "").replace("%}", "")); m.find(); ) {
            units.add(m.group());
        }
        BucketSet features = new BucketSet();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < units.size(); i++) {
            run.setLength(0);
            for (int n = 0; n < LONGEST_RUN && i + n < units.size(); n++) {
                run.append(units.get(i + n));
                features.add('z', run);
            }
        }
        return features.toArray();
    }
}
