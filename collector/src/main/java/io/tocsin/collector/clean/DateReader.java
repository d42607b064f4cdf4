package io.tocsin.collector.clean;

import io.tocsin.collector.post.Precision;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as forums write them, in Chinese and English: exact ones, ones without a year, and relative ones. What
 * was left unsaid is in the precision.
 *
 * @param zone of times that name none
 * @param now when the page was read: what relative times refer to
 */
public record DateReader(ZoneId zone, Instant now) {
    private static final String TIME =
            "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?(?:\\s*(?<half>[AaPp])\\.?[Mm]\\.?)?";
    /** A page's clock may run ahead of ours by so much before a time without a year is taken for last year's. */
    private static final Duration CLOCK_ERROR = Duration.ofDays(1);

    private static final Pattern OFFSET =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern RFC_1123 =
            Pattern.compile("[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} (GMT|[+-]\\d{4})");
    private static final Pattern EPOCH = Pattern.compile("^\\d{10}(\\d{3})?$");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<year>\\d{4})[-/.年]\\s*(?<month>\\d{1,2})[-/.月]\\s*(?<day>\\d{1,2})日?(?:[T\\s]\\s*" + TIME + ")?");
    private static final Pattern MONTH_FIRST_YEAR_LAST =
            Pattern.compile("(?<month>\\d{1,2})[-/](?<day>\\d{1,2})[-/](?<year>\\d{4})(?:,?\\s+" + TIME + ")?");
    private static final String MONTH = "(?<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern NAMED_MONTH_FIRST =
            Pattern.compile(MONTH + " (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})(?:,?(?: at)? " + TIME + ")?");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<day>\\d{1,2})(?:st|nd|rd|th)? " + MONTH + ",? (?<year>\\d{4})(?:,?(?: at)? " + TIME + ")?");
    private static final Pattern NO_YEAR =
            Pattern.compile("(?<![\\d-])(?<month>\\d{1,2})[-/月](?<day>\\d{1,2})日?\\s+" + TIME);
    private static final Pattern NAMED_DAY =
            Pattern.compile("(?<name>今天|昨天|前天|[Tt]oday|[Yy]esterday)(?:\\s*(?:,|at)?\\s*" + TIME + ")?");
    private static final Pattern AGO = Pattern.compile("(?i)(?<count>\\d+|半|an?|less than (?:1|an?|one))\\s*个?"
            + "(?<unit>秒|分钟|小時|小时|天|周|月|年|sec|min|hour|hr|day|week|month|year)[a-z]*钟?\\s*(?:前|ago)");
    private static final Pattern JUST_NOW = Pattern.compile("刚刚|刚才|[Jj]ust now|[Mm]oments? ago");

    /** The first form that fits decides. Empty if there is no time in the text, or one that cannot be. */
    public Optional<Dated> read(String text) {
        String line = text.replaceAll("[\\s\\u00A0\\u3000]+", " ").strip();
        List<Function<String, Optional<Dated>>> forms = List.of(
                in(OFFSET, DateReader::offset),
                in(
                        RFC_1123,
                        match -> Dated.exactly(ZonedDateTime.parse(match.group(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant())),
                in(EPOCH, match -> Dated.exactly(epoch(match.group()))),
                in(YEAR_FIRST, this::full),
                in(MONTH_FIRST_YEAR_LAST, this::full),
                in(NAMED_MONTH_FIRST, this::named),
                in(DAY_FIRST, this::named),
                in(NO_YEAR, this::withoutYear),
                in(NAMED_DAY, this::namedDay),
                in(AGO, this::ago),
                in(JUST_NOW, match -> new Dated(now, Precision.MINUTE)));
        return forms.stream().flatMap(form -> form.apply(line).stream()).findFirst();
    }

    private static Function<String, Optional<Dated>> in(Pattern pattern, Function<MatchResult, Dated> reading) {
        return text -> {
            Matcher matcher = pattern.matcher(text);
            try {
                return matcher.find() ? Optional.of(reading.apply(matcher)) : Optional.empty();
            } catch (DateTimeException | ArithmeticException | NumberFormatException impossible) {
                return Optional.empty();
            }
        };
    }

    private static Dated offset(MatchResult match) {
        String colon = match.group().replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
        Instant at = OffsetDateTime.parse(colon, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .toInstant();
        return new Dated(at, match.group(1) == null ? Precision.MINUTE : null);
    }

    private static Instant epoch(String digits) {
        long number = Long.parseLong(digits);
        return digits.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private Dated full(MatchResult match) {
        return at(LocalDate.of(number(match, "year"), number(match, "month"), number(match, "day")), match);
    }

    private Dated named(MatchResult match) {
        int month = MONTHS.indexOf(match.group("name")) + 1;
        return at(LocalDate.of(number(match, "year"), month, number(match, "day")), match);
    }

    /** The last time that this day came. */
    private Dated withoutYear(MatchResult match) {
        int year = today().getYear();
        Dated thisYear = at(LocalDate.of(year, number(match, "month"), number(match, "day")), match);
        return thisYear.at().isAfter(now.plus(CLOCK_ERROR))
                ? at(LocalDate.of(year - 1, number(match, "month"), number(match, "day")), match)
                : thisYear;
    }

    private Dated namedDay(MatchResult match) {
        int back = switch (match.group("name")) {
            case "今天", "today", "Today" -> 0;
            case "前天" -> 2;
            default -> 1;
        };
        return at(today().minusDays(back), match);
    }

    private Dated ago(MatchResult match) {
        String count = match.group("count");
        ChronoUnit unit = unit(match);
        if (count.equals("半")) {
            return new Dated(now.minus(unit.getDuration().dividedBy(2)), precision(unit));
        }
        long times = Character.isDigit(count.charAt(0)) ? Long.parseLong(count) : 1;
        Instant then = unit == ChronoUnit.MONTHS || unit == ChronoUnit.YEARS
                ? now.atZone(zone).minus(times, unit).toInstant()
                : now.minus(unit.getDuration().multipliedBy(times));
        return new Dated(then, precision(unit));
    }

    private static ChronoUnit unit(MatchResult match) {
        return switch (match.group("unit").toLowerCase(Locale.ROOT)) {
            case "秒", "sec" -> ChronoUnit.SECONDS;
            case "分钟", "min" -> ChronoUnit.MINUTES;
            case "小时", "小時", "hour", "hr" -> ChronoUnit.HOURS;
            case "周", "week" -> ChronoUnit.WEEKS;
            case "月", "month" -> ChronoUnit.MONTHS;
            case "年", "year" -> ChronoUnit.YEARS;
            default -> ChronoUnit.DAYS;
        };
    }

    private static @Nullable Precision precision(ChronoUnit unit) {
        return switch (unit) {
            case MINUTES -> Precision.MINUTE;
            case HOURS -> Precision.HOUR;
            case DAYS -> Precision.DAY;
            case WEEKS -> Precision.WEEK;
            case MONTHS -> Precision.MONTH;
            case YEARS -> Precision.YEAR;
            default -> null;
        };
    }

    private Dated at(LocalDate day, MatchResult match) {
        Instant at = LocalDateTime.of(day, time(match)).atZone(zone).toInstant();
        return new Dated(at, precision(match));
    }

    private static @Nullable Precision precision(MatchResult match) {
        if (match.group("hour") == null) {
            return Precision.DAY;
        }
        return match.group("second") == null ? Precision.MINUTE : null;
    }

    private static LocalTime time(MatchResult match) {
        if (match.group("hour") == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = number(match, "hour");
        String half = match.group("half");
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        return LocalTime.of(hour, number(match, "minute"), match.group("second") == null ? 0 : number(match, "second"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    private static int number(MatchResult match, String group) {
        return Integer.parseInt(match.group(group));
    }
}
