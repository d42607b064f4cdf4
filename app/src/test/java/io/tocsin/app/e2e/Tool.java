package io.tocsin.app.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program of this machine that the end-to-end tests cannot do without. */
enum Tool {
    NODE("Node.js 20 or newer", "TOCSIN_NODE", "nodejs"),
    NPM("npm", "TOCSIN_NPM", "npm"),
    REDIS("redis-server", "TOCSIN_REDIS", "redis-server"),
    COMPILER("a C++ compiler", "CXX", "g++"),
    MAKE("make", "MAKE", "make"),
    PYTHON("Python 3", "PYTHON", "python3"),
    CHROMIUM("Chromium", "TOCSIN_CHROMIUM", "chromium");

    private final String title;
    private final String variable;
    private final String debianPackage;

    Tool(String title, String variable, String debianPackage) {
        this.title = title;
        this.variable = variable;
        this.debianPackage = debianPackage;
    }

    /**
     * Where it is.
     *
     * @throws AssertionError if it is missing, with the sentence that says what to do
     */
    Path path() {
        return candidates().filter(Files::isExecutable).findFirst().orElseThrow(() -> new AssertionError(missing()));
    }

    private Stream<Path> candidates() {
        String named = System.getenv(variable);
        if (named != null) {
            return Stream.of(Path.of(named));
        }
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return programs().stream()
                .flatMap(program ->
                        folders.stream().map(folder -> Path.of(folder).resolve(program)));
    }

    private List<String> programs() {
        return switch (this) {
            case NODE -> List.of("node");
            case NPM -> List.of("npm");
            case REDIS -> List.of("redis-server");
            case COMPILER -> List.of("g++", "c++");
            case MAKE -> List.of("make");
            case PYTHON -> List.of("python3");
            case CHROMIUM ->
                List.of(
                        "chromium",
                        "chromium-browser",
                        "google-chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        };
    }

    private String missing() {
        return "The end-to-end tests need %s, which was not found: install it (Debian: apt-get install %s) or name it in %s."
                .formatted(title, debianPackage, variable);
    }
}
