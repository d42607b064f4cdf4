package io.tocsin.dashboards.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.util.WebUtils;

/**
 * The reader's language and time zone.
 *
 * <p>The language is the one chosen in the console, else the first one of the browser's that the console speaks, else
 * English. The zone is the browser's, which a script puts into a cookie, else the server's.
 */
final class ReaderContext implements LocaleContextResolver {
    static final String LANGUAGE_COOKIE = "language";
    static final String ZONE_COOKIE = "zone";

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new SimpleTimeZoneAwareLocaleContext(language(request), TimeZone.getTimeZone(zone(request)));
    }

    /** Remembers the chosen language; one that the console does not speak changes nothing. */
    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        Optional.ofNullable(context)
                .map(LocaleContext::getLocale)
                .flatMap(ReaderContext::spoken)
                .ifPresent(language -> {
                    request.setAttribute(LANGUAGE_COOKIE, language);
                    if (response != null) {
                        remember(language, response);
                    }
                });
    }

    private static void remember(Locale language, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(LANGUAGE_COOKIE, language.getLanguage())
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Locale language(HttpServletRequest request) {
        if (request.getAttribute(LANGUAGE_COOKIE) instanceof Locale chosen) {
            return chosen;
        }
        Stream<Locale> remembered = cookie(request, LANGUAGE_COOKIE).map(Locale::forLanguageTag).stream();
        Stream<Locale> browser = Collections.list(request.getLocales()).stream();
        return Stream.concat(remembered, browser)
                .flatMap(locale -> spoken(locale).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> spoken(Locale locale) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(locale.getLanguage()))
                .findFirst();
    }

    private static ZoneId zone(HttpServletRequest request) {
        return cookie(request, ZONE_COOKIE).flatMap(ReaderContext::known).orElseGet(ZoneId::systemDefault);
    }

    private static Optional<ZoneId> known(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }
}
