package io.tocsin.analyzer.entity;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Phone numbers in international form and as they are written in some countries.
 *
 * <p>Eight or ten bare digits are a phone number somewhere, and a date or an order number elsewhere: they count only
 * near a word like "call".
 */
final class PhoneNumbers implements Finder {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int TRIES = 50;
    private static final int NEAR = 20;
    private static final Pattern ENOUGH_DIGITS = Pattern.compile("(?:\\d\\D{0,3}){7}");
    private static final Pattern BARE = Pattern.compile("\\d{1,10}");
    private static final Pattern CALL = Pattern.compile(
            "电话|手机|热线|致电|拨打|来电|联系|號碼|電話|手機|熱線|聯絡|聯繫|phone|call|tel|mobile|cell|whatsapp|text me|contact|hotline",
            Pattern.CASE_INSENSITIVE);
    private final List<String> regions;

    /** @param regions ISO 3166 codes of the countries whose numbers are known without their prefix, likeliest first */
    PhoneNumbers(List<String> regions) {
        this.regions = List.copyOf(regions);
    }

    @Override
    public List<Mention> find(String text) {
        List<Mention> found = new ArrayList<>();
        if (ENOUGH_DIGITS.matcher(text).find()) {
            for (String region : regions) {
                LIBRARY.findNumbers(text, region, Leniency.VALID, TRIES).forEach(match -> {
                    Mention mention = mention(match);
                    if (isMeant(match, text) && found.stream().noneMatch(mention::overlaps)) {
                        found.add(mention);
                    }
                });
            }
        }
        return found;
    }

    private static boolean isMeant(PhoneNumberMatch match, String text) {
        if (!BARE.matcher(match.rawString()).matches()) {
            return true;
        }
        int begin = Math.max(0, match.start() - NEAR);
        int end = Math.min(text.length(), match.end() + NEAR);
        return CALL.matcher(text).region(begin, end).find();
    }

    private static Mention mention(PhoneNumberMatch match) {
        String name = LIBRARY.format(match.number(), PhoneNumberFormat.E164);
        return new Mention(match.start(), match.end(), new Entity(Entity.Kind.PHONE, match.rawString(), name));
    }
}
