package io.tocsin.analyzer.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.analyzer.entity.Entity.Kind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReadWithAllItKnows() throws IOException {
        Dictionary dictionary = Dictionary.read(file("""
                # our names

                爱可美 = organisation = Acme = 爱柯美，acme, Akemei = homophones
                Acme Pro\tproduct
                小美九号\tproduct\tAcme Pro\t九号、美九
                维个权 = slang = 维权
                """));
        assertThat(dictionary.names())
                .containsExactly(
                        new Entity(Kind.ORGANISATION, "爱可美", "Acme"),
                        new Entity(Kind.ORGANISATION, "爱柯美", "Acme"),
                        new Entity(Kind.ORGANISATION, "acme", "Acme"),
                        new Entity(Kind.ORGANISATION, "Akemei", "Acme"),
                        new Entity(Kind.PRODUCT, "Acme Pro", "Acme Pro"),
                        new Entity(Kind.PRODUCT, "小美九号", "Acme Pro"),
                        new Entity(Kind.PRODUCT, "九号", "Acme Pro"),
                        new Entity(Kind.PRODUCT, "美九", "Acme Pro"));
        assertThat(dictionary.spoken()).containsExactlyInAnyOrder("爱可美", "爱柯美");
        assertThat(dictionary.slang()).isEqualTo(Map.of("维个权", "维权"));
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() throws IOException {
        assertThat(Dictionary.read(file("\uFEFFAcme=产品\r\n杭州=地点\r\n")).names())
                .containsExactly(new Entity(Kind.PRODUCT, "Acme", "Acme"), new Entity(Kind.PLACE, "杭州", "杭州"));
    }

    @Test
    void everyProblemIsToldAtOnceWithFileAndLine() throws IOException {
        Path file = file("""
                Acme
                Beta = brand
                = product
                Acme Pro = product
                tk = slang
                acme pro = place
                Gamma = product = Gamma = x
                Delta = product = Delta = = maybe
                Epsilon = product = Epsilon = = homophones
                a = b = c = d = e = f
                """);
        DictionaryException e = catchThrowableOfType(DictionaryException.class, () -> Dictionary.read(file));
        assertThat(e.problems())
                .hasSize(9)
                .allSatisfy(problem -> assertThat(problem).startsWith(file + ":"));
        assertThat(e.problems().getFirst())
                .isEqualTo(file + ":1: has no kind; write term = kind = name = aliases, with = or a tab between");
        assertThat(e.getMessage())
                .contains(":2: \"Beta\"".replace("Beta", "brand"))
                .contains(":6: \"acme pro\" stands in line 4 already");
    }

    @ParameterizedTest
    @CsvSource({"GB18030, 2, it looks like GBK", "UTF-16, 1, is not UTF-8 but UTF-16"})
    void theWrongEncodingIsNamed(String charset, int line, String said) throws IOException {
        Path file = folder.resolve("names.txt");
        Files.write(file, "Acme = product\n爱可美 = organisation\n".getBytes(Charset.forName(charset)));
        assertThatThrownBy(() -> Dictionary.read(file))
                .isInstanceOf(DictionaryException.class)
                .hasMessageStartingWith(file + ":" + line + ": ")
                .hasMessageContaining(said);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("none.txt");
        assertThatThrownBy(() -> Dictionary.read(file)).hasMessage(file + ": there is no such file");
        assertThatThrownBy(() -> Dictionary.read(folder)).hasMessageStartingWith(folder + ": cannot be read");
    }

    @Test
    void manyProblemsAreCounted() throws IOException {
        assertThatThrownBy(() -> Dictionary.read(file("nonsense\n".repeat(25)))).hasMessageEndingWith("and 5 more");
    }

    @Test
    void ofTwoDictionariesTheOtherWins() {
        Dictionary one = new Dictionary(
                List.of(new Entity(Kind.PRODUCT, "x1", "X1"), new Entity(Kind.PLACE, "x2", "X2")),
                Set.of("爱可美"),
                Map.of("tk", "退款"));
        Dictionary other =
                new Dictionary(List.of(new Entity(Kind.PLACE, "x1", "X one")), Set.of(), Map.of("tk", "TikTok"));
        assertThat(one.and(other))
                .isEqualTo(new Dictionary(
                        List.of(new Entity(Kind.PLACE, "x1", "X one"), new Entity(Kind.PLACE, "x2", "X2")),
                        Set.of("爱可美"),
                        Map.of("tk", "TikTok")));
    }

    @Test
    void onlyChineseCharactersHaveHomophones() {
        assertThatThrownBy(() -> new Dictionary(List.of(), Set.of("acme"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Chinese characters only");
    }

    @Test
    void anyBytesAreReadOrRefusedWithTheFile() throws IOException {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            Path file = folder.resolve("random.txt");
            Files.write(file, bytes);
            try {
                Dictionary.read(file);
            } catch (DictionaryException e) {
                assertThat(e.problems())
                        .isNotEmpty()
                        .allSatisfy(problem -> assertThat(problem).startsWith(file + ":"));
            }
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("names.txt"), text, StandardCharsets.UTF_8);
    }
}
