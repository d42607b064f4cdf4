package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.app.LauncherMachine.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on machines with other JDKs and other Mavens than this one. */
class LauncherTest {
    @TempDir
    Path folder;

    private LauncherMachine machine;

    @BeforeEach
    void machineWithTheProduct() throws IOException {
        machine = new LauncherMachine(folder);
    }

    @Nested
    class FindsTheJdk {

        @BeforeEach
        void built() throws IOException {
            machine.installMaven("3.8.7", 0);
            machine.markAsBuilt();
        }

        @Test
        void inJavaHomeBeforeAllOthers() throws Exception {
            machine.installJdk("jdks/other", "25");
            machine.setJavaHome(machine.installJdk("wanted", "21"));

            assertThat(machine.run("check").output()).contains("java of wanted runs");
        }

        @Test
        void onThePathWhenJavaHomeIsTooOld() throws Exception {
            machine.setJavaHome(machine.installJdk("old", "17"));
            machine.putOnPath(machine.installJdk("on path", "25"));

            assertThat(machine.run("check").output()).contains("java of on path runs");
        }

        @Test
        void amongTheInstalledWhenThePathHasAnOldOne() throws Exception {
            machine.putOnPath(machine.installJdk("old", "1.8"));
            machine.installJdk("jdks/a-17", "17");
            machine.installJdk("jdks/b-21", "21");

            assertThat(machine.run("check").output()).contains("java of b-21 runs");
        }

        @Test
        void amongThoseOfSdkman() throws Exception {
            machine.installJdk("home/.sdkman/candidates/java/25-tem", "25");

            assertThat(machine.run("check").output()).contains("java of 25-tem runs");
        }

        @Test
        void butNoRuntimeWithoutCompiler() throws Exception {
            Files.delete(machine.installJdk("jdks/a-jre", "25").resolve("bin/javac"));
            machine.installJdk("jdks/b-jdk", "25");

            assertThat(machine.run("check").output()).contains("java of b-jdk runs");
        }

        @Test
        void orSaysInOneSentenceWhatToDo() throws Exception {
            machine.installJdk("jdks/old", "17");

            Outcome outcome = machine.run("check");

            assertThat(outcome.status()).isOne();
            assertThat(outcome.output().lines())
                    .singleElement()
                    .asString()
                    .contains("JDK 21 or newer")
                    .contains("JAVA_HOME");
        }
    }

    @Nested
    class StartsTheProgram {

        @BeforeEach
        void builtAndWithJdk() throws IOException {
            machine.installMaven("3.8.7", 0);
            machine.markAsBuilt();
            machine.setJavaHome(machine.installJdk("jdk", "25"));
        }

        @Test
        void withEveryWordAsItWasGiven() throws Exception {
            assertThat(machine.run("run", "--config", "my file.yaml").output())
                    .contains("[io.tocsin.app.Main] [run] [--config] [my file.yaml]")
                    .contains("[-Dtocsin.home=" + machine.product() + "]")
                    .contains("[-Dtocsin.engine.home=" + machine.product() + "/app/target/tocsin/engine]")
                    .contains("[--enable-native-access=ALL-UNNAMED]");
        }

        @Test
        void withTheOptionsOfTheUserLast() throws Exception {
            machine.setVariable("JAVA_OPTS", "-Xmx2g -Da=b");

            assertThat(machine.run("check").output())
                    .containsSubsequence("[-Xmx1g]", "[-Xmx2g] [-Da=b]", "[io.tocsin.app.Main]");
        }

        @Test
        void throughALinkFromAnywhere() throws Exception {
            Path elsewhere = Files.createDirectories(folder.resolve("else where"));
            Path link = elsewhere.resolve("bell");
            Files.createSymbolicLink(link, Path.of("../links"));
            Files.createSymbolicLink(folder.resolve("links"), machine.launcher());

            assertThat(machine.runFrom(elsewhere, link, "check").output())
                    .contains("[-Dtocsin.home=" + machine.product() + "]");
        }

        @Test
        void inItsOwnProcessSoThatSignalsReachIt() throws Exception {
            Outcome outcome = machine.run("check");

            assertThat(outcome.output()).contains("as process " + outcome.pid() + " ");
        }
    }

    @Nested
    class Builds {

        @BeforeEach
        void withJdk() throws IOException {
            machine.setJavaHome(machine.installJdk("jdk", "25"));
        }

        @Test
        void onceAndNotAgain() throws Exception {
            machine.installMaven("3.8.7", 0);

            assertThat(machine.run("check").output())
                    .contains("Building Tocsin")
                    .contains("java of jdk runs");
            assertThat(machine.run("check").output()).doesNotContain("Building");
            assertThat(machine.mavenCalls()).containsExactly("mvn -B -DskipTests -pl !tuner package");
        }

        @Test
        void againWhenASourceIsNewer() throws Exception {
            machine.installMaven("4.0.0", 0);
            machine.markAsBuilt();
            machine.touch("app/src/main/java/Main.java");

            assertThat(machine.run("check").output()).contains("Building Tocsin");
            assertThat(machine.mavenCalls()).containsExactly("mvn -B -DskipTests -pl !tuner package");
        }

        @Test
        void fromTheGroundWhenAPomIsNewer() throws Exception {
            machine.installMaven("3.9.1", 0);
            machine.markAsBuilt();
            machine.touch("app/pom.xml");

            machine.run("check");

            assertThat(machine.mavenCalls()).containsExactly("mvn -B -DskipTests -pl !tuner clean package");
        }

        @Test
        void withTheWrapperWhenMavenIsTooOld() throws Exception {
            machine.installMaven("3.6.3", 0);

            machine.run("check");

            assertThat(machine.mavenCalls()).containsExactly("mvnw -B -DskipTests -pl !tuner package");
        }

        @Test
        void withTheWrapperWhenThereIsNoMaven() throws Exception {
            machine.run("check");

            assertThat(machine.mavenCalls()).containsExactly("mvnw -B -DskipTests -pl !tuner package");
        }

        @Test
        void andShowsWhatFailed() throws Exception {
            machine.installMaven("3.8.7", 1);

            Outcome outcome = machine.run("check");

            assertThat(outcome.status()).isOne();
            assertThat(outcome.output())
                    .contains("[ERROR] nothing works today")
                    .contains("the build failed; its whole output is in ")
                    .doesNotContain("runs");
        }

        @Test
        void theTunerOnlyForThoseWhoAdaptAnEncoder() throws Exception {
            machine.installMaven("3.8.7", 0);
            machine.markAsBuilt();

            assertThat(machine.run("adapt", "--language", "en").output())
                    .contains("[io.tocsin.tuner.Main] [--language] [en]");
            assertThat(machine.mavenCalls()).containsExactly("mvn -B -DskipTests -pl tuner -am package");
        }

        @Test
        void andTestsWithoutStartingTheProgram() throws Exception {
            machine.installMaven("3.8.7", 0);

            assertThat(machine.run("test", "-Dtest=One").output()).doesNotContain("runs");
            assertThat(machine.mavenCalls()).containsExactly("mvn -B verify -Dtest=One");
        }
    }
}
