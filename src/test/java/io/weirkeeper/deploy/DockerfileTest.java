package io.weirkeeper.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The image of the Dockerfile, and that of Jib beside it. */
class DockerfileTest {
    private static final String JIB =
            "/project/profiles/profile[id='image']/build/plugins/plugin[artifactId='jib-maven-plugin']/configuration";

    private final List<String> build = new ArrayList<>();
    private final List<String> image = new ArrayList<>();

    @BeforeEach
    void readTheInstructions() throws IOException {
        String text = Files.readString(Path.of("Dockerfile"))
                .replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n\\s*", "");
        List<String> instructions = text.lines().filter(line -> !line.isBlank()).toList();
        int last = instructions.lastIndexOf(instructions.stream()
                .filter(line -> line.startsWith("FROM"))
                .toList()
                .get(1));
        build.addAll(instructions.subList(0, last));
        image.addAll(instructions.subList(last, instructions.size()));
    }

    @Test
    void bothStagesHaveTheSamePinnedJava17() {
        assertThat(build.get(0)).matches("FROM eclipse-temurin:17\\.\\d+\\.\\d+_\\d+-jdk-noble AS build");
        assertThat(build.get(0).replace("-jdk-", "-jre-").replace(" AS build", ""))
                .isEqualTo(image.get(0));
    }

    @Test
    void onlyWhatProductionRunsIsCopied() {
        assertThat(with("COPY"))
                .containsExactly(
                        "COPY --from=build /source/weir /source/LICENSE /opt/weirkeeper/",
                        "COPY --from=build /source/target/dist/lib/ /opt/weirkeeper/lib/",
                        "COPY --from=build /source/own/ /opt/weirkeeper/lib/");
    }

    @Test
    void itIsNotRootAndJavaHearsTheSignal() {
        assertThat(with("USER")).containsExactly("USER 10001:10001");
        assertThat(with("ENTRYPOINT")).containsExactly("ENTRYPOINT [\"/opt/weirkeeper/weir\"]");
        assertThat(with("CMD")).containsExactly("CMD [\"run\"]");
        assertThat(with("STOPSIGNAL")).containsExactly("STOPSIGNAL SIGTERM");
    }

    @Test
    void whatTheBuildReadsIsSentToTheEngine() throws IOException {
        List<String> sent = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();

        assertThat(sent).contains("pom.xml", "mvnw", ".mvn", "src/main", "avro", "weir", "LICENSE");
        assertThat(sent).allSatisfy(path -> assertThat(Path.of(path)).exists());
        try (Stream<String> pom = Files.lines(Path.of("pom.xml"))) {
            assertThat(pom.filter(line -> line.contains("<include>policies/") || line.contains("<include>irc")))
                    .hasSize(2);
        }
        assertThat(sent).contains("examples/policies", "examples/irc-2000.jsonl");
    }

    @Test
    void jibStartsFromTheSameJavaAndRunsAsTheSameUser() throws Exception {
        Pom pom = Pom.read();

        assertThat("FROM " + pom.text(JIB + "/from/image")).isEqualTo(image.get(0));
        assertThat("USER " + pom.text(JIB + "/container/user"))
                .isEqualTo(with("USER").get(0));
        assertThat(pom.text("/project/build/plugins/plugin[artifactId='maven-jar-plugin']//mainClass"))
                .isEqualTo(pom.text(JIB + "/container/mainClass"));
    }

    @Test
    void jibSetsWhatTheDockerfileAndTheLauncherSet() throws Exception {
        String environment = with("ENV").get(0);
        List<String> flags =
                Arrays.asList(Pom.read().text(JIB + "/container/jvmFlags").split("\\s+"));
        String options = environment.replaceAll(".*WEIR_JVM_OPTS=\"([^\"]*)\".*", "$1");

        assertThat(flags)
                .containsAll(Arrays.asList(options.split(" ")))
                .contains("-Djava.io.tmpdir=/var/lib/weirkeeper");
        assertThat(flags.subList(0, 3))
                .allSatisfy(
                        flag -> assertThat(Files.readString(Path.of("weir"))).contains(flag));
        for (String name : List.of("WEIR_STATE_DIRECTORY", "ROCKSDB_SHAREDLIB_DIR")) {
            assertThat(environment).contains(name + "=" + Pom.read().text(JIB + "/container/environment/" + name));
        }
    }

    private List<String> with(String instruction) {
        return image.stream().filter(line -> line.startsWith(instruction + " ")).toList();
    }
}
