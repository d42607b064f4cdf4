package io.tocsin.app.config;

import io.tocsin.dashboards.web.ConsoleSettings;
import java.net.URI;
import java.util.Optional;

/** Reads the section {@code console}. */
final class ConsoleReader {

    private ConsoleReader() {}

    static Optional<ConsoleSettings> read(Section root) {
        Section section = root.section("console");
        ConsoleSettings usual = ConsoleSettings.DEFAULT;
        String address = section.optional("address", Types.TEXT).orElse(usual.address());
        int port = section.optional("port", Amounts.PORT_OR_ANY).orElse(usual.port());
        URI url = section.optional("url", Types.URL).orElseGet(() -> URI.create("http://127.0.0.1:" + port));
        return section.build(() -> new ConsoleSettings(address, port, url));
    }
}
