package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.gate.TimeBounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
    @Test
    void withoutAFileTheDefaultsHold() {
        Settings settings = valid("", Map.of("PATH", "/bin", "WEIR_JVM_OPTS", "-Xmx1g"));
        assertThat(settings.applicationId()).isEqualTo("weirkeeper");
        assertThat(settings.bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(settings.longestWindow()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.timeBounds()).isEqualTo(TimeBounds.DEFAULT);
        assertThat(settings.policy()).isEmpty();
    }

    @Test
    void everySettingIsReadFromTheFile() {
        Settings settings = valid("""
                applicationId: gate-2
                policy: rules/policy.yaml
                format: json
                topics: {prefix: "eu."}
                state: {directory: /data, longestWindow: 2d}
                time: {late: 30m, ahead: 0s}
                kafka: {bootstrap.servers: "a:1,b:2", num.stream.threads: 4}
                """, Map.of());
        assertThat(settings.applicationId()).isEqualTo("gate-2");
        assertThat(settings.policy()).contains(Path.of("rules/policy.yaml"));
        assertThat(settings.topics().inboundMessages()).isEqualTo("eu.inbound-messages");
        assertThat(settings.stateDirectory()).isEqualTo(Path.of("/data"));
        assertThat(settings.longestWindow()).isEqualTo(Duration.ofDays(2));
        assertThat(settings.timeBounds()).isEqualTo(new TimeBounds(1_800_000, 0));
        assertThat(settings.kafka()).isEqualTo(Map.of("bootstrap.servers", "a:1,b:2", "num.stream.threads", "4"));
    }

    @Test
    void aGateLeavesItsGroupWhenItStopsUnlessItIsToKeepItsPlace() {
        assertThat(valid("", Map.of()).membershipAtStop()).isEqualTo(MembershipAtStop.LEAVE);
        assertThat(valid("stop: {membership: keep}\nkafka: {group.instance.id: gate-0}\n", Map.of())
                        .membershipAtStop())
                .isEqualTo(MembershipAtStop.KEEP);
    }

    @Test
    void onlyAMemberByANameOfItsOwnCanKeepItsPlace() {
        assertThat(problems("stop: {membership: keep}\n", Map.of()))
                .containsExactly(
                        "stop.membership: keep needs kafka.group.instance.id: without a name of its own, a gate"
                                + " that starts again is a new member");
        assertThat(problems("", Map.of("WEIR_STOP_MEMBERSHIP", "stay")))
                .containsExactly("WEIR_STOP_MEMBERSHIP: \"stay\" is unknown; allowed: leave, keep");
    }

    @Test
    void theEnvironmentComesBeforeTheFile() {
        Settings settings = valid(
                "topics: {prefix: a-}\nkafka: {bootstrap.servers: file}\n",
                Map.of("WEIR_TOPICS_PREFIX", "b-", "WEIR_KAFKA_BOOTSTRAP_SERVERS", "env:1"));
        assertThat(settings.topics().prefix()).isEqualTo("b-");
        assertThat(settings.bootstrapServers()).isEqualTo("env:1");
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPlace() {
        assertThat(problems("format: xml\ntopics: {prefix: 'a b'}\nstates: {}\n", Map.of("WEIR_TIME_LATE", "long")))
                .containsExactly(
                        "line 1: format: \"xml\" is unknown; allowed: avro, json, or the full name of a serde's class",
                        "line 2: topics.prefix: a topic prefix is made of letters, digits, '.', '_' and '-', not \"a b\"",
                        "line 3: states: unknown key; did you mean state?",
                        "WEIR_TIME_LATE: \"long\" is not a duration; write for example 250ms, 5s, 1m, 2h or 1d");
    }

    @Test
    void theLongestWindowIsNotShorterThanRecordsMayBeLate() {
        assertThat(problems("state: {longestWindow: 10m}\n", Map.of()))
                .containsExactly("state.longestWindow must not be shorter than time.late");
    }

    @Test
    void theHttpServerAloneCanBeReadFromTheEnvironment() {
        Map<String, String> environment = Map.of(
                "WEIR_HTTP_PORT", "9090", "WEIR_HTTP_WRITE_TOKEN", "w", "WEIR_TIME_LATE", "long", "WEIR_FORMAT", "xml");
        SettingsReading reading = SettingsReader.readHttp(environment);
        assertThat(reading).isInstanceOf(SettingsReading.Valid.class);
        HttpSettings http = ((SettingsReading.Valid) reading).settings().http();
        assertThat(http.port()).isEqualTo(9_090);
        assertThat(http.writeToken()).contains(new Secret("w"));
        assertThat(http.host()).isEqualTo("127.0.0.1");
    }

    private static Settings valid(String yaml, Map<String, String> environment) {
        SettingsReading reading = read(yaml, environment);
        assertThat(reading).isInstanceOf(SettingsReading.Valid.class);
        return ((SettingsReading.Valid) reading).settings();
    }

    private static List<String> problems(String yaml, Map<String, String> environment) {
        return ((SettingsReading.Invalid) read(yaml, environment)).problems();
    }

    private static SettingsReading read(String yaml, Map<String, String> environment) {
        return SettingsReader.read(Optional.of(yaml).filter(text -> !text.isEmpty()), environment);
    }
}
