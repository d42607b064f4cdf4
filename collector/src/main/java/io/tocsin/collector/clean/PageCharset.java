package io.tocsin.collector.clean;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which charset a page is written in: what its first bytes, its header or its meta element say, in this order. */
public final class PageCharset {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern DECLARED = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)");
    private static final int META_WITHIN = 4_096;
    private static final int SAMPLE = 100_000;
    private static final double MOST_BROKEN = 0.01;

    private PageCharset() {}

    /**
     * Decides.
     *
     * @param contentType the header of that name
     */
    public static Charset of(byte[] body, @Nullable String contentType) {
        String start = new String(body, 0, Math.min(body.length, META_WITHIN), StandardCharsets.ISO_8859_1);
        Charset stated = Stream.of(byteOrderMark(body), declared(contentType), declared(start))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(StandardCharsets.UTF_8);
        return broken(body, stated) > MOST_BROKEN && broken(body, GB18030) < broken(body, stated) ? GB18030 : stated;
    }

    private static Optional<Charset> byteOrderMark(byte[] body) {
        byte[] mark = Arrays.copyOf(body, 3);
        if (mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        boolean big = mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF;
        boolean little = mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE;
        if (big || little) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        return Optional.empty();
    }

    private static Optional<Charset> declared(@Nullable String text) {
        Matcher matcher = DECLARED.matcher(text == null ? "" : text);
        return matcher.find() ? named(matcher.group(1)) : Optional.empty();
    }

    /** Pages that say GB2312 or GBK use characters of its superset, and pages that say Big5 those of Hong Kong. */
    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(
                    switch (name.toLowerCase(Locale.ROOT)) {
                        case "gb2312", "gbk", "gb_2312-80", "x-gbk" -> GB18030;
                        case "big5" -> Charset.forName("Big5-HKSCS");
                        default -> Charset.forName(name);
                    });
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static double broken(byte[] body, Charset charset) {
        String text = new String(body, 0, Math.min(body.length, SAMPLE), charset);
        return (double) text.chars().filter(c -> c == '\uFFFD').count() / Math.max(1, text.length());
    }
}
