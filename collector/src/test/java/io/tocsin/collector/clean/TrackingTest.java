package io.tocsin.collector.clean;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "t=1&utm_source=x&UTM_Medium=y&spm=a1.b2&fbclid=z t=1",
                "t=1&sid=0123456789abcdef0123456789ABCDEF t=1",
                "PHPSESSID=0123456789abcdef0123456789&t=1 t=1",
                "s=0123456789abcdef0123456789abcdef&t=1 t=1",
                "tid=1&extra=page%3D1 tid=1",
                "tid=1&extra=page%3D1%26filter%3Dtypeid&fromuid=7 tid=1",
                "tid=1&extra= tid=1",
                // These tell pages apart.
                "from=forum&id=1 from=forum&id=1",
                "sid=12&s=router sid=12&s=router",
                "extra=appendix extra=appendix",
                "sid=12&sid=0123456789abcdef0123456789abcdef sid=12&sid=0123456789abcdef0123456789abcdef",
                "q=a%20b%26c&utm_term=d q=a%20b%26c",
            })
    void cutsWhatSaysNothingAboutThePage(String query, String left) {
        assertThat(Tracking.cut(HttpUrl.get("https://example.org/page?" + query))
                        .toString())
                .isEqualTo("https://example.org/page?" + left);
    }
}
