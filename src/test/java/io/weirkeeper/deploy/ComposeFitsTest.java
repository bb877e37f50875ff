package io.weirkeeper.deploy;

import static io.weirkeeper.deploy.ComposeFile.environment;
import static io.weirkeeper.deploy.ComposeFile.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirkeeper.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docker-compose.yml says what the pom, the image and the settings say. */
class ComposeFitsTest {
    private static final String STATE = "/var/lib/weirkeeper";

    @SuppressWarnings("NullAway.Init") // set before each test
    private ComposeFile compose;

    @BeforeEach
    void read() throws Exception {
        compose = ComposeFile.ours();
    }

    @Test
    void theBrokerTheRegistryAndOurImageHaveTheVersionsOfThePom() throws Exception {
        Pom pom = Pom.read();
        String ours = "weirkeeper:" + pom.version();

        assertThat(image("kafka")).isEqualTo("apache/kafka:" + pom.property("kafka.version"));
        assertThat(image("registry"))
                .isEqualTo("apicurio/apicurio-registry-kafkasql:" + pom.property("apicurio.version"));
        assertThat(compose.services().values())
                .filteredOn(service -> service.has("build"))
                .hasSizeGreaterThan(2)
                .allMatch(service -> text(service, "image").equals(ours));
    }

    @Test
    void everyImageIsPinned() {
        assertThat(compose.services().values())
                .allMatch(service -> text(service, "image").matches("[a-z/-]+:\\d+\\.\\d+\\.\\d+[A-Za-z.-]*"));
        assertThat(image("ksqldb").replaceAll(".*:", ""))
                .isEqualTo(image("ksql-statements").replaceAll(".*:", ""));
    }

    @Test
    void everybodyReachesTheBrokerWhereItListensForThem() {
        Map<String, String> kafka = environment(service("kafka"));
        List<String> advertised =
                List.of(kafka.getOrDefault("KAFKA_ADVERTISED_LISTENERS", "").split(","));

        assertThat(advertised)
                .containsExactly("INSIDE://kafka:19092", "OUTSIDE://" + Settings.DEFAULT_BOOTSTRAP_SERVERS);
        assertThat(kafka.get("KAFKA_LISTENERS")).contains("INSIDE://:19092", "OUTSIDE://:9092");
        assertThat(texts(service("kafka").path("ports"))).containsExactly("127.0.0.1:9092:9092");
        Set<String> asked = new TreeSet<>();
        compose.services()
                .values()
                .forEach(service -> environment(service).forEach((name, value) -> {
                    if (name.endsWith("BOOTSTRAP_SERVERS")) {
                        asked.add(value);
                    }
                }));
        assertThat(asked).containsExactly("kafka:19092");
    }

    @Test
    void whatIsPublishedIsForThisMachineOnly() {
        assertThat(compose.services().values().stream().flatMap(service -> texts(service.path("ports")).stream()))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void twoGatesOfOneApplicationHaveEachTheirOwnState() {
        Map<String, JsonNode> gates = compose.ours("run");

        assertThat(gates.keySet()).containsExactly("gate-1", "gate-2");
        assertThat(gates.values().stream()
                        .map(gate -> environment(gate).get("WEIR_APPLICATION_ID"))
                        .distinct())
                .hasSize(1);
        assertThat(gates.values().stream().map(gate -> mounted(gate, STATE)).distinct())
                .hasSize(2)
                .allMatch(volume -> compose.content().path("volumes").has(volume));
    }

    @Test
    void theGatesReadAPolicyThatIsThere() {
        assertThat(compose.ours("run").values())
                .allSatisfy(gate -> assertThat(
                                Path.of(mounted(gate, environment(gate).getOrDefault("WEIR_POLICY", "") + ":ro")))
                        .isRegularFile());
    }

    @Test
    void everyMountedFileIsThere() {
        assertThat(compose.services().values().stream()
                        .flatMap(service -> texts(service.path("volumes")).stream())
                        .filter(volume -> volume.startsWith("."))
                        .map(volume -> Path.of(volume.split(":")[0])))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void ourContainersWriteToTheStateOfTheImageOnly() throws Exception {
        assertThat(Files.readString(Path.of("Dockerfile")))
                .contains("VOLUME " + STATE + "\n")
                .contains("WEIR_STATE_DIRECTORY=" + STATE + "/state");
        assertThat(compose.services().values())
                .filteredOn(service -> service.has("build"))
                .allSatisfy(service -> {
                    assertThat(service.path("read_only").asBoolean()).isTrue();
                    Stream<String> volumes = texts(service.path("volumes")).stream()
                            .filter(volume -> !volume.endsWith(":ro"))
                            .map(volume -> volume.split(":")[1]);
                    Stream<String> memory =
                            texts(service.path("tmpfs")).stream().map(mount -> mount.split(":")[0]);
                    assertThat(Stream.concat(volumes, memory)).containsExactly(STATE);
                });
    }

    @Test
    void allWaitForTheTopicsAndTheTopicsForTheBroker() {
        assertThat(condition("topics", "kafka")).isEqualTo("service_healthy");
        assertThat(List.of("gate-1", "gate-2", "ksqldb", "demo"))
                .allMatch(name -> condition(name, "topics").equals("service_completed_successfully"));
        assertThat(condition("registry", "kafka")).isEqualTo("service_healthy");
        assertThat(compose.services().keySet())
                .allSatisfy(name -> service(name)
                        .path("depends_on")
                        .properties()
                        .forEach(needed -> assertThat(service(needed.getKey()).has("healthcheck"))
                                .isEqualTo(needed.getValue()
                                        .path("condition")
                                        .asText()
                                        .equals("service_healthy"))));
    }

    /** ksqlDB's statements too: for a subject without a schema ksqlDB registers what it makes of the columns. */
    @Test
    void allWaitForTheSchemasAndTheSchemasForTheRegistry() {
        assertThat(compose.ours("schemas").keySet()).containsExactly("schemas");
        assertThat(condition("schemas", "registry")).isEqualTo("service_healthy");
        assertThat(List.of("gate-1", "gate-2", "demo"))
                .allMatch(name -> condition(name, "registry").equals("service_healthy"));
        assertThat(List.of("gate-1", "gate-2", "demo", "ksql-statements"))
                .allMatch(name -> condition(name, "schemas").equals("service_completed_successfully"));
    }

    @Test
    void allOfOursWriteAvroWithTheRegistryThatIsThere() {
        String url = "http://registry:8080/apis/ccompat/v7";

        assertThat(compose.services().values())
                .filteredOn(service -> service.has("build"))
                .hasSize(5)
                .allSatisfy(service -> assertThat(environment(service))
                        .containsEntry("WEIR_FORMAT", "avro")
                        .containsEntry("WEIR_KAFKA_SCHEMA_REGISTRY_URL", url));
        assertThat(environment(service("ksqldb"))).containsEntry("KSQL_KSQL_SCHEMA_REGISTRY_URL", url);
        assertThat(texts(service("registry").path("ports"))).containsExactly("127.0.0.1:8081:8080");
    }

    @Test
    void ksqlDeclaresTheStreamsOfThatFormatAndThenTheTables() {
        JsonNode statements = service("ksql-statements");

        assertThat(texts(statements.path("entrypoint")).get(2)).contains("in /ksql/avro/*.sql /ksql/*.sql;");
        assertThat(mountTarget(statements, "./deploy/ksql")).isEqualTo("/ksql");
        assertThat(List.of(KsqlStatement.streams("avro"), KsqlStatement.streams("json")))
                .allSatisfy(file -> assertThat(file).isRegularFile());
    }

    @Test
    void everyServiceSaysWhatBecomesOfItWhenItEnds() {
        Map<String, Set<String>> byPolicy = compose.services().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> text(entry.getValue(), "restart"),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(TreeSet::new))));

        assertThat(byPolicy.keySet()).containsExactlyInAnyOrder("no", "unless-stopped");
        assertThat(byPolicy.get("no")).containsExactly("ksql-statements", "schemas", "topics");
    }

    @Test
    void onlyTheDemoIsBehindAProfile() {
        assertThat(compose.services().entrySet().stream()
                        .filter(entry -> entry.getValue().has("profiles"))
                        .map(Map.Entry::getKey))
                .containsExactly("demo");
        assertThat(texts(service("demo").path("entrypoint")).get(2))
                .contains("/opt/weirkeeper/weir send -")
                .contains(mountTarget(service("demo"), "./examples/irc-2000.jsonl"));
    }

    private JsonNode service(String name) {
        return compose.content().path("services").path(name);
    }

    private String image(String name) {
        return text(service(name), "image");
    }

    private String condition(String name, String needed) {
        return text(service(name).path("depends_on").path(needed), "condition");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    /** What is mounted there; empty if nothing is. */
    private static String mounted(JsonNode service, String target) {
        return texts(service.path("volumes")).stream()
                .filter(volume -> volume.endsWith(":" + target))
                .map(volume -> volume.split(":")[0])
                .findFirst()
                .orElse("");
    }

    private static String mountTarget(JsonNode service, String source) {
        return texts(service.path("volumes")).stream()
                .map(volume -> volume.split(":"))
                .filter(parts -> parts[0].equals(source))
                .map(parts -> Arrays.asList(parts).get(1))
                .findFirst()
                .orElseThrow();
    }
}
