package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerting.incident.Incident;
import io.tocsin.alerting.notify.Notification;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceState;
import io.tocsin.dashboards.web.PasswordRule.Objection;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.]*)");
    private static final Pattern PREFIX_IN_TEMPLATE = Pattern.compile("#\\{\\$\\{'([\\w.]+)' \\+");
    private static final Pattern KEY_IN_CODE =
            Pattern.compile("(?:say|count|addFlashAttribute)\\((?:\"warning\", )?\\s*\"([a-z]+\\.[\\w.]+)\"");

    private final Properties english = load("messages.properties");
    private final Properties chinese = load("messages_zh.properties");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new TreeSet<>(chinese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        assertThat(english.values()).doesNotContain("");
        assertThat(chinese.values()).doesNotContain("");
    }

    @Test
    void bothLanguagesFillInTheSameArguments() {
        english.stringPropertyNames()
                .forEach(key -> assertThat(arguments(chinese.getProperty(key)))
                        .as(key)
                        .isSubsetOf(arguments(english.getProperty(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_zh.properties"})
    void everySentenceIsAWellFormedPattern(String file) {
        load(file).forEach((key, sentence) -> {
            assertThat((String) sentence).as("%s: a single quote vanishes", key).doesNotContain("'");
            assertThat(new MessageFormat((String) sentence, Locale.ENGLISH).format(new Object[] {1, 2, 3}))
                    .as("%s", key)
                    .isNotBlank();
        });
    }

    @Test
    void templatesUseKeysThatExist() {
        assertThat(templates().flatMap(text -> found(KEY_IN_TEMPLATE, text)))
                .isNotEmpty()
                .allMatch(english::containsKey);
        assertThat(templates().flatMap(text -> found(PREFIX_IN_TEMPLATE, text)))
                .isNotEmpty()
                .allMatch(prefix -> english.stringPropertyNames().stream().anyMatch(key -> key.startsWith(prefix)));
    }

    @Test
    void codeUsesKeysThatExist() {
        assertThat(read("src/main/java", ".java").flatMap(text -> found(KEY_IN_CODE, text)))
                .isNotEmpty()
                .allMatch(key -> english.containsKey(key)
                        || english.stringPropertyNames().stream()
                                .anyMatch(k -> key.endsWith(".") && k.startsWith(key)));
    }

    @Test
    void everyValueHasItsSentence() {
        assertThat(named("conflict.", Incident.Status.values())).allMatch(english::containsKey);
        assertThat(named("state.hint.", Incident.Status.values())).allMatch(english::containsKey);
        assertThat(named("sent.state.", Notification.State.values())).allMatch(english::containsKey);
        assertThat(named("source.health.", SourceState.Health.values())).allMatch(english::containsKey);
        assertThat(named("source.problem.", Problem.Kind.values())).allMatch(english::containsKey);
        assertThat(named("login.notice.", LoginController.Notice.values())).allMatch(english::containsKey);
        assertThat(named("password.objection.", Objection.values())).allMatch(english::containsKey);
        assertThat(named("ack.title.", AckController.Outcome.values())).allMatch(english::containsKey);
        assertThat(named("ack.text.", AckController.Outcome.values())).allMatch(english::containsKey);
        assertThat(named("error.title.", ErrorPages.Kind.values())).allMatch(english::containsKey);
        assertThat(named("error.text.", ErrorPages.Kind.values())).allMatch(english::containsKey);
    }

    private static Stream<String> named(String prefix, Enum<?>... values) {
        return Stream.of(values).map(value -> prefix + value.name());
    }

    private static List<String> arguments(String sentence) {
        return found(Pattern.compile("\\{(\\d)"), sentence).distinct().toList();
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult hit) -> hit.group(1));
    }

    private static Stream<String> templates() {
        return read("src/main/resources/templates", ".html");
    }

    private static Stream<String> read(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).map(MessagesTest::text).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Properties load(String name) {
        Properties messages = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            messages.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return messages;
    }
}
