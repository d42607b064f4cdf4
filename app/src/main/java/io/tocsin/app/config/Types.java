package io.tocsin.app.config;

import io.tocsin.alerting.channel.email.SmtpSettings.Security;
import io.tocsin.collector.DoorSettings;
import io.tocsin.collector.connect.Css;
import io.tocsin.collector.connect.Field;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import okhttp3.HttpUrl;

/** The kinds of values that a configuration holds, but for amounts and selectors. */
final class Types {
    private static final String SIGNING_PREFIX = "whsec_";

    static final Type<String> TEXT = Type.of("text", Function.identity());
    static final Type<String> NAME = TEXT.like("a-short-name");
    static final Type<String> SECRET = TEXT.like("${env:NAME}").unshown();
    static final Type<String> DOOR_TOKEN = new Type<>(
                    "${env:POSTS_TOKEN}", "-".repeat(DoorSettings.SHORTEST_TOKEN), false, Function.identity())
            .where(
                    text -> text.length() >= DoorSettings.SHORTEST_TOKEN,
                    "has fewer than " + DoorSettings.SHORTEST_TOKEN
                            + " characters and could be guessed; make one with: openssl rand -hex 32");

    /** With or without its sign. */
    static final Type<String> TAG = Type.of("acme", (String text) -> text.replaceFirst("^[#＃]", ""))
            .where(tag -> tag.matches("[\\p{L}\\p{N}\\p{M}_·]+"), "is not a hashtag; write one word, like acme");

    static final Type<String> SUBREDDIT = Type.of("phones", (String text) -> text.replaceFirst("^/?r/", ""))
            .where(name -> name.matches("\\w{2,50}"), "is not the name of a subreddit; write one like phones");

    static final Type<String> APP_NUMBER = Type.of("1234567890", Function.<String>identity())
            .where(
                    text -> text.matches("\\d{5,12}"),
                    "is not the number of an app; take the digits after \"id\" in its" + " address");

    static final Type<String> COUNTRY = Type.of("us", Function.<String>identity())
            .where(text -> text.matches("[a-z]{2}"), "is not a country; write its two small letters, like us or cn");

    static final Type<String> CATEGORY = Type.of("2", Function.<String>identity())
            .where(text -> text.matches("\\d{1,9}"), "is not the number of a category; take it from its address");

    static final Type<String> CHANNEL = Type.of("acmenews", (String text) -> text.replaceFirst("^@", ""))
            .where(text -> text.matches("\\w{4,64}"), "is not the name of a public channel; write one like acmenews");

    static final Type<String> NODE = Type.of("phones", Function.<String>identity())
            .where(text -> text.matches("[\\w-]{1,64}"), "is not the name of a node; take it from its address");

    /** Spoken to by WebSocket, but written as a web address inside Tocsin. */
    static final Type<String> STREAM = Type.of(
                    "wss://jetstream.example/subscribe", (String text) -> webPage(text.replaceFirst("^ws", "http")))
            .unshown();

    static final Type<Path> PATH = Type.of("./data", Types::path);
    static final Type<Boolean> TRUE_OR_FALSE = choice(List.of(true, false), choice -> Boolean.toString(choice));
    static final Type<ZoneId> ZONE = Type.of("Asia/Shanghai", Types::zone);
    static final Type<Charset> CHARSET = Type.of("UTF-8", Types::charset);
    static final Type<Character> SEPARATOR = Type.of(";", Types::separator);
    static final Type<Locale> LANGUAGE = choice(List.of(Locale.ENGLISH, Locale.CHINESE), Locale::getLanguage);

    static final Type<Security> SECURITY =
            choice(List.of(Security.values()), security -> security.name().toLowerCase(Locale.ROOT));

    /** Not shown, because addresses hold tokens and passwords. */
    static final Type<URI> URL = Type.of("https://example.org/", Types::url).unshown();

    /** What a source reads; {@code {page}} may stand for a number. */
    static final Type<String> WEB_PAGE =
            Type.of("https://example.org/", Types::webPage).unshown();

    static final Type<String> CONTACT = Type.of("https://example.org/bot", Function.<String>identity())
            .where(
                    text -> text.matches("[\\x21-\\x7e]+"),
                    "must be plain ASCII without spaces; write a web or e-mail address")
            .unshown();

    static final Type<Css> SELECTOR = Type.of("div.post", text -> usable(Css::parse, text));

    /** Kept as text, because a field is one or more of them. */
    static final Type<String> FIELD = Type.of("a.title@href", text -> {
        usable(Field::parse, text);
        return text;
    });

    static final Type<String> JDBC_URL = Type.of("jdbc:postgresql://localhost/tocsin", Function.<String>identity())
            .where(
                    url -> url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:h2:"),
                    "is not the address of a database; write one like jdbc:postgresql://localhost/tocsin")
            .unshown();

    /** Not shown, because it is about a person. */
    static final Type<String> EMAIL = new Type<>("duty@example.org", "unresolved@example.invalid", false, Types::email);

    /** As Standard Webhooks asks for. */
    static final Type<String> SIGNING_SECRET =
            new Type<>("${env:HOOK_SECRET}", SIGNING_PREFIX + "A".repeat(32), false, Types::signingSecret);

    private Types() {}

    /** One of these. */
    static <T> Type<T> choice(List<T> choices, Function<T, String> word) {
        List<String> words = choices.stream().map(word).toList();
        return Type.of(words.getFirst(), text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(
                        "is not possible here; " + Suggestion.among(words).instead(text));
            }
            return choices.get(words.indexOf(text));
        });
    }

    /** The name of something that stands elsewhere in the file. */
    static Type<String> nameOf(String what, Collection<String> names) {
        return new Type<>("name", "", true, text -> {
            if (!names.contains(text)) {
                throw new IllegalArgumentException("is not the name of a " + what + "; "
                        + Suggestion.among(names).instead(text));
            }
            return text;
        });
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is not a path; write one like ./data", e);
        }
    }

    private static Charset charset(String text) {
        try {
            return Charset.forName(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not a charset; write one like UTF-8 or GB18030", e);
        }
    }

    private static Character separator(String text) {
        if (text.equals("tab")) {
            return '\t';
        }
        if (!text.matches("[\\p{Graph}&&[^\"]]")) {
            throw new IllegalArgumentException("is not a separator; write one character, like ; or the word tab");
        }
        return text.charAt(0);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a time zone; write one like Asia/Shanghai, UTC or +08:00", e);
        }
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
                return url;
            }
            throw new IllegalArgumentException("is not a web address; write one that begins with http:// or https://");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "is not a web address: character " + (e.getIndex() + 1) + " cannot stand there; correct it", e);
        }
    }

    private static String webPage(String text) {
        if (HttpUrl.parse(text.replace("{page}", "1")) == null) {
            throw new IllegalArgumentException("is not a web address; write one that begins with http:// or https://");
        }
        return text;
    }

    private static <T> T usable(Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot be used: " + e.getMessage(), e);
        }
    }

    private static String email(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return text;
        } catch (AddressException e) {
            throw new IllegalArgumentException("is not an e-mail address; write one like duty@example.org", e);
        }
    }

    private static String signingSecret(String text) {
        if (!text.startsWith(SIGNING_PREFIX) || !isLongEnough(text.substring(SIGNING_PREFIX.length()))) {
            throw new IllegalArgumentException("is not whsec_ and base64 of 24 to 64 bytes after it;"
                    + " make one with: echo whsec_$(openssl rand -base64 32)");
        }
        return text;
    }

    private static boolean isLongEnough(String base64) {
        try {
            int length = Base64.getDecoder().decode(base64).length;
            return length >= 24 && length <= 64;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
