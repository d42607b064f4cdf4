package io.tocsin.dashboards.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ConsoleSettingsTest {

    @Test
    void byDefaultNobodyElseIsLetIn() throws UnknownHostException {
        assertThat(InetAddress.getByName(ConsoleSettings.DEFAULT.address()).isLoopbackAddress())
                .isTrue();
        assertThat(ConsoleSettings.DEFAULT.port()).isEqualTo(8080);
        assertThat(ConsoleSettings.DEFAULT.url()).hasToString("http://127.0.0.1:8080");
    }

    @Test
    void badValuesAreRefusedWithTheirKey() {
        URI url = URI.create("http://127.0.0.1");
        assertThatThrownBy(() -> new ConsoleSettings(" ", 80, url)).hasMessageContaining("console.address");
        assertThatThrownBy(() -> new ConsoleSettings("::1", 65536, url)).hasMessageContaining("console.port");
        assertThatThrownBy(() -> new ConsoleSettings("::1", 80, URI.create("console.example")))
                .hasMessageContaining("console.url");
    }
}
