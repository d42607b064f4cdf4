package io.tocsin.collector.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextCleanerTest {

    @Test
    void paragraphsAndBreaksAreLines() {
        assertThat(TextCleaner.ofHtml("<p>One  <b>two</b></p><p>three<br>four</p>"))
                .isEqualTo("One two\nthree\nfour");
    }

    @Test
    void whatNobodySeesIsNotText() {
        assertThat(TextCleaner.ofHtml("A<span style='display: none'>noise</span>B<script>x()</script>"
                        + "<font style=\"font-size:0px\">more</font>C"))
                .isEqualTo("ABC");
    }

    @Test
    void picturesOfEmoticonsSpeakByTheirAlternative() {
        assertThat(TextCleaner.ofHtml("气死<img src=x alt='[怒]'>了")).isEqualTo("气死[怒]了");
    }

    @Test
    void invisibleCharactersAndOddSpacesGo() {
        assertThat(TextCleaner.ofHtml("a\u200bb\u202ec&nbsp;&nbsp; d\u3000e")).isEqualTo("abc d e");
    }

    @Test
    void theLineBreaksOfTheSourceAreSpaces() {
        assertThat(TextCleaner.ofHtml("one\ntwo")).isEqualTo("one two");
    }

    @Test
    void aWallOfTextIsCut() {
        assertThat(TextCleaner.ofHtml("x".repeat(TextCleaner.LIMIT * 2))).hasSize(TextCleaner.LIMIT);
    }
}
