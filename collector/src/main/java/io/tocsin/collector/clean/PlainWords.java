package io.tocsin.collector.clean;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a text without all that changes when people pass it on: links, names, marks of reposts, hashtags
 * before and after it, emoji, punctuation, spaces, upper case, full width and traditional characters.
 */
final class PlainWords {
    /** Longer texts are compared by their beginning. */
    private static final int LIMIT = 10_000;

    private static final String TAG = "(?:#[^\\s#](?:[^#\\n]{0,38}[^\\s#])?#|#[\\p{L}\\p{N}_]+)";
    /** The order counts: names stand in marks of reposts. */
    private static final List<Ornament> ORNAMENTS = List.of(
            new Ornament("://", "https?://[!-~]*"),
            new Ornament("www.", "\\bwww\\.[!-~]*"),
            new Ornament("t.cn/", "\\bt\\.cn/[!-~]*"),
            new Ornament("pic.twitter.com/", "\\bpic\\.twitter\\.com/[!-~]*"),
            new Ornament("网页链接", "o?网页链接"),
            new Ornament("展开全文", "展开全文"),
            new Ornament("转发微博", "转发微博"),
            new Ornament("轉發微博", "轉發微博"),
            new Ornament("@", "(?://|回复)\\s*@[^:\\s]{1,40}\\s*:"),
            new Ornament("@", "@(?:[a-z0-9_.\\-]+(?:@[a-z0-9.\\-]+)?|[\\p{L}\\p{N}_\\-]{1,30})"),
            new Ornament("[", "\\[[\\p{L}\\p{N}]{1,8}]"),
            new Ornament("#", "^\\s*(?:" + TAG + "\\s*){1,20}|(?:" + TAG + "\\s*){1,20}$"));

    private static final Pattern BEGINNING = Pattern.compile("^\\s*(?:转发|轉發|转|repost|rt|fwd?)\\b:?");

    private static final int FIRST_IDEOGRAPH = 0x3400;
    private static final int LAST_IDEOGRAPH = 0x9FFF;

    private PlainWords() {}

    /** Loads HanLP's table when it is first needed. */
    private static final class Simplified {
        static final char[] FORMS = forms();

        private static char[] forms() {
            char[] forms = new char[LAST_IDEOGRAPH - FIRST_IDEOGRAPH + 1];
            for (char c = FIRST_IDEOGRAPH; c <= LAST_IDEOGRAPH; c++) {
                String simplified = HanLP.convertToSimplifiedChinese(String.valueOf(c));
                forms[c - FIRST_IDEOGRAPH] = simplified.length() == 1 ? simplified.charAt(0) : c;
            }
            return forms;
        }
    }

    /** The text without links, names and marks, in lower case and half width; punctuation is still there. */
    static String undecorated(String text) {
        String start = text.length() > LIMIT ? text.substring(0, LIMIT) : text;
        String plain = Normalizer.normalize(start, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (Ornament ornament : ORNAMENTS) {
            plain = ornament.takenOff(plain);
        }
        return BEGINNING.matcher(plain).replaceFirst(" ");
    }

    /**
     * Something to leave out.
     *
     * @param sign where this is not, nothing of it is: looking for it is much faster than matching the pattern
     */
    private record Ornament(String sign, Pattern pattern) {

        Ornament(String sign, String pattern) {
            this(sign, Pattern.compile(pattern));
        }

        String takenOff(String text) {
            return text.contains(sign) ? pattern.matcher(text).replaceAll(" ") : text;
        }
    }

    /** The letters and digits of such a text, Chinese ones simplified. */
    static char[] letters(String undecorated) {
        StringBuilder letters = new StringBuilder(undecorated.length());
        for (int i = 0; i < undecorated.length(); i++) {
            char c = undecorated.charAt(i);
            if (isIdeograph(c)) {
                letters.append(Simplified.FORMS[c - FIRST_IDEOGRAPH]);
            } else if (Character.isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        return letters.toString().toCharArray();
    }

    static boolean isIdeograph(char c) {
        return c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH;
    }
}
