package io.tocsin.collector.clean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads counts as pages write them: {@code 1,203}, {@code 1.2k}, {@code 1.2万}, {@code 100万+}. */
public final class CountReader {
    private static final Pattern COUNT =
            Pattern.compile("(\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,4})?)\\s*([kKmM万萬亿億千]?)");
    private static final Map<String, Long> UNITS = Map.of(
            "k", 1_000L,
            "m", 1_000_000L,
            "千", 1_000L,
            "万", 10_000L,
            "萬", 10_000L,
            "亿", 100_000_000L,
            "億", 100_000_000L);

    private CountReader() {}

    /** The first count in the text, or empty if there is none. */
    public static Optional<Long> read(String text) {
        Matcher matcher = COUNT.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1).replace(",", ""));
        long unit = UNITS.getOrDefault(matcher.group(2).toLowerCase(Locale.ROOT), 1L);
        return Optional.of(number.multiply(BigDecimal.valueOf(unit))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue());
    }
}
