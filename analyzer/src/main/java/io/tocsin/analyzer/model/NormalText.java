package io.tocsin.analyzer.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The text as the models see it, the same when they are trained and when they are asked.
 *
 * <p>Addresses, names of accounts and digits become placeholders, so that no model learns who was spoken to.
 */
final class NormalText {
    /** Characters looked at; what stands later in a post does not count. */
    static final int LONGEST = 4_000;

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)[\\x21-\\x7e]+");
    private static final Pattern ACCOUNT = Pattern.compile("[@＠][\\p{L}\\p{N}_\\-·]{1,30}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Cc}&&[^\\n\\t\\r\\x{200d}]]+");
    private static final Pattern STRETCHED = Pattern.compile("(.)\\1{3,}");

    private NormalText() {}

    /** The text as linear models see it: digits all alike, nothing stretched, lower case. */
    static String of(String text) {
        String s = readable(text);
        s = DIGITS.matcher(s).replaceAll("0");
        s = STRETCHED.matcher(s).replaceAll("$1$1$1");
        return s.toLowerCase(Locale.ROOT);
    }

    /** The text as an encoder sees it: as people would read it out. */
    static String readable(String text) {
        String s = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        s = Parser.unescapeEntities(s, false);
        s = ESCAPE.matcher(s)
                .replaceAll(m -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(m.group(1), 16))));
        s = ADDRESS.matcher(s).replaceAll(" http ");
        s = ACCOUNT.matcher(s).replaceAll(" @user ");
        s = Normalizer.normalize(s, Normalizer.Form.NFKC);
        return INVISIBLE.matcher(s).replaceAll("");
    }
}
