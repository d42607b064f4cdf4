package io.tocsin.analyzer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticSettingsTest {
    private static final URI URL = URI.create("https://search.example.org:9200/prefix");

    @ParameterizedTest
    @ValueSource(strings = {"ftp://search.example.org", "search.example.org:9200", "http:///", "/search"})
    void theUrlIsOneOfTheWeb(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElasticSettings.open(URI.create(url)))
                .withMessageContaining("url must be like");
    }

    @Test
    void theUrlHoldsNoPassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElasticSettings.open(URI.create("https://ann:secret@search.example.org")))
                .withMessageContaining("use username and password")
                .withMessageNotContaining("secret@");
    }

    @Test
    void userAndPasswordGoTogether() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ElasticSettings(URL, "ann", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ElasticSettings(URL, null, "secret"));
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(new ElasticSettings(URL, "ann", "secret").toString())
                .contains(URL.toString(), "ann")
                .doesNotContain("secret");
    }
}
