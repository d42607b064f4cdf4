package io.tocsin.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder that looks like a machine: a product with the launcher, and JDKs and Mavens that only tell what they do. */
final class LauncherMachine {
    private static final Path LAUNCHER = Path.of("../tocsin");
    private static final List<String> TOOLS = List.of(
            "sh",
            "dirname",
            "basename",
            "readlink",
            "sed",
            "grep",
            "find",
            "head",
            "touch",
            "mktemp",
            "rm",
            "mkdir",
            "cat");
    private static final Instant BUILT = Instant.parse("2026-01-02T00:00:00Z");

    private final Path root;
    private final Path product;
    private final Map<String, String> variables = new HashMap<>();

    /** What the launcher did. */
    record Outcome(long pid, int status, String output) {}

    LauncherMachine(Path folder) throws IOException {
        root = folder.toRealPath();
        product = Files.createDirectories(root.resolve("my tocsin"));
        Files.copy(LAUNCHER, launcher());
        Files.createDirectories(root.resolve("bin"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(root.resolve("bin").resolve(tool), installed(tool));
        }
        touch("pom.xml", BUILT.minusSeconds(9));
        touch("app/pom.xml", BUILT.minusSeconds(9));
        touch("app/src/main/java/Main.java", BUILT.minusSeconds(9));
        script(product.resolve("mvnw"), maven("mvnw", 0));
        variables.put("PATH", root.resolve("bin").toString());
        variables.put("HOME", root.resolve("home").toString());
        variables.put("TOCSIN_JDKS", root.resolve("jdks").toString());
        variables.put("TMPDIR", root.toString());
    }

    Path product() {
        return product;
    }

    Path launcher() {
        return product.resolve("tocsin");
    }

    void setVariable(String name, String value) {
        variables.put(name, value);
    }

    void setJavaHome(Path jdk) {
        setVariable("JAVA_HOME", jdk.toString());
    }

    void putOnPath(Path jdk) {
        setVariable("PATH", jdk.resolve("bin") + ":" + variables.get("PATH"));
    }

    Path installJdk(String path, String version) throws IOException {
        Path home = root.resolve(path);
        script(home.resolve("bin/java"), """
                if [ "$1" = -XshowSettings:properties ]; then
                  printf '    java.home = %%s\\n    java.specification.version = %s\\n' '%s' >&2
                else
                  printf 'java of %s runs as process %%s with' $$
                  printf ' [%%s]' "$@"
                fi
                """.formatted(version, home, home.getFileName()));
        script(home.resolve("bin/javac"), "");
        return home;
    }

    void installMaven(String version, int status) throws IOException {
        script(
                root.resolve("bin/mvn"),
                "[ \"$1\" = --version ] && echo 'Apache Maven " + version + "' && exit\n" + maven("mvn", status));
    }

    void markAsBuilt() throws IOException {
        touch("app/target/tocsin/build.properties", BUILT);
    }

    /** Makes the file of the product newer than the build. */
    void touch(String file) throws IOException {
        touch(file, BUILT.plusSeconds(9));
    }

    List<String> mavenCalls() throws IOException {
        return Files.readAllLines(product.resolve("calls"));
    }

    Outcome run(String... words) throws Exception {
        return runFrom(root, launcher(), words);
    }

    Outcome runFrom(Path workingFolder, Path launcher, String... words) throws Exception {
        var command =
                Stream.concat(Stream.of(launcher.toString()), Stream.of(words)).toList();
        var builder =
                new ProcessBuilder(command).directory(workingFolder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.pid(), process.waitFor(), output);
    }

    private static String maven(String name, int status) {
        return """
                echo "%s $*" >> calls
                [ %d = 0 ] || echo '[ERROR] nothing works today'
                mkdir -p app/target/tocsin tuner/target/tuner
                touch app/target/tocsin/build.properties
                exit %d
                """.formatted(name, status, status);
    }

    private void touch(String file, Instant time) throws IOException {
        Path path = product.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        for (Path changed = path; changed != null && !changed.equals(product); changed = changed.getParent()) {
            Files.setLastModifiedTime(changed, FileTime.from(time));
        }
    }

    private static void script(Path path, String body) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path installed(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
