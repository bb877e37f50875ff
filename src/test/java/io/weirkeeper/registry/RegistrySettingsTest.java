package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrySettingsTest {
    private static final String URL = "schema.registry.url=http://one:8081";

    @Test
    void aUrlIsEnough() {
        RegistrySettings settings = valid(URL);

        assertThat(settings.endpoints()).hasToString("[http://one:8081]");
        assertThat(settings.registration()).isEqualTo(Registration.AUTOMATIC);
        assertThat(settings.naming()).isEqualTo(SubjectNaming.TOPIC);
        assertThat(settings.tls()).isEqualTo(TlsSettings.DEFAULT);
    }

    @Test
    void thereMayBeSeveralUrlsEachWithAPath() {
        assertThat(valid("schema.registry.url=http://one:8081/, https://two/apis/ccompat/v7 ")
                        .endpoints())
                .hasToString("[http://one:8081, https://two/apis/ccompat/v7]");
    }

    @Test
    void credentialsOfAUrlAreItsOwn() {
        List<Endpoint> endpoints = valid("schema.registry.url=http://me:p%40ss+word@one,http://two")
                .endpoints();

        assertThat(endpoints.get(0).authorization()).contains("Basic bWU6cEBzcyt3b3Jk");
        assertThat(endpoints.get(1).authorization()).isEmpty();
        assertThat(endpoints).hasToString("[http://one, http://two]");
    }

    @Test
    void userInfoIsForAllUrls() {
        List<Endpoint> endpoints = valid(
                        "schema.registry.url=http://one,http://two",
                        "basic.auth.credentials.source=USER_INFO",
                        "basic.auth.user.info=me:secret")
                .endpoints();

        assertThat(endpoints)
                .allSatisfy(each -> assertThat(each.authorization()).contains("Basic bWU6c2VjcmV0"));
    }

    @Test
    void aTokenIsForAllUrls() {
        assertThat(valid(URL, "bearer.auth.token=abc", "bearer.auth.credentials.source=STATIC_TOKEN")
                        .endpoints()
                        .get(0)
                        .authorization())
                .contains("Bearer abc");
    }

    @ParameterizedTest
    @CsvSource({
        "TopicNameStrategy, TOPIC",
        "RecordNameStrategy, RECORD",
        "io.confluent.kafka.serializers.subject.TopicNameStrategy, TOPIC",
        "io.confluent.kafka.serializers.subject.RecordNameStrategy, RECORD"
    })
    void subjectsAreNamedAsConfluentNamesThem(String written, SubjectNaming naming) {
        assertThat(valid(URL, "value.subject.name.strategy=" + written).naming())
                .isEqualTo(naming);
    }

    @ParameterizedTest
    @CsvSource({"true, false, AUTOMATIC", "false, false, EXISTING", "false, true, LATEST"})
    void registrationCanBeTurnedOff(String automatic, String latest, Registration registration) {
        assertThat(valid(URL, "auto.register.schemas=" + automatic, "use.latest.version=" + latest)
                        .registration())
                .isEqualTo(registration);
    }

    @Test
    void storesOfTlsHaveATypeAndAPassword() {
        TlsSettings tls = valid(
                        "schema.registry.url=https://one",
                        "schema.registry.ssl.truststore.location=trust.p12",
                        "schema.registry.ssl.truststore.password=secret",
                        "schema.registry.ssl.truststore.type=pkcs12",
                        "schema.registry.ssl.keystore.location=key.jks",
                        "schema.registry.ssl.key.password=secret",
                        "schema.registry.ssl.endpoint.identification.algorithm=")
                .tls();

        assertThat(tls.trust()).contains(new TlsSettings.Store(Path.of("trust.p12"), Optional.of("secret"), "PKCS12"));
        assertThat(tls.key()).contains(new TlsSettings.Store(Path.of("key.jks"), Optional.empty(), "JKS"));
        assertThat(tls.checkHost()).isFalse();
        assertThat(tls.toString()).doesNotContain("secret");
    }

    @Test
    void whatIsNotForTheRegistryIsPassedOver() {
        valid(URL, "bootstrap.servers=localhost:9092", "ssl.truststore.location=other");

        assertThat(RegistrySettings.owns("ssl.truststore.location")).isFalse();
        assertThat(RegistrySettings.owns("schema.registry.anything")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            basic.auth.user.info=me:x             | basic.auth.user.info: is not used unless basic.auth.credentials.source is USER_INFO; schema.registry.url: is missing
            schema.registry.url=one:8081          | schema.registry.url: each URL must be http://host or https://host
            schema.registry.url=http://one,       |
            schema.registry.url=http://one,,http://two | schema.registry.url: each URL must be http://host or https://host
            schema.registry.url=http://u:p@:80/   | schema.registry.url: each URL must be http://host or https://host
            schema.registry.url=http://one two    | schema.registry.url: is not a URL
            schema.registry.url=http://one:99999  | schema.registry.url: a port must be from 1 to 65535
            schema.registry.url=http://one?a=b    | schema.registry.url: a URL must end with its path
            """)
    void wrongUrlsAreTold(String written, String problems) {
        if (problems == null) {
            valid(written);
        } else {
            assertThat(String.join("; ", problems(written))).isEqualTo(problems);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            basic.auth.credentials.source=SASL_INHERIT  | basic.auth.credentials.source: unknown; allowed: URL, USER_INFO
            basic.auth.credentials.source=USER_INFO     | basic.auth.user.info: is missing
            bearer.auth.credentials.source=STATIC_TOKEN | bearer.auth.token: is missing
            bearer.auth.credentials.source=OAUTHBEARER  | bearer.auth.credentials.source: unknown; allowed: STATIC_TOKEN
            bearer.auth.token=two words                 | bearer.auth.token: must be printable ASCII without spaces
            auto.register.schemas=yes                   | auto.register.schemas: must be true or false
            use.latest.version=true                     | use.latest.version: needs auto.register.schemas: false
            value.subject.name.strategy=TopicRecordNameStrategy | value.subject.name.strategy: unknown; allowed: TopicNameStrategy, RecordNameStrategy
            schema.registry.ssl.truststore.location=x   | schema.registry.ssl.truststore.location: no URL of the registry is https
            """)
    void wrongValuesAreTold(String written, String problem) {
        assertThat(problems(URL, written)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            truststore.type=PEM                         | schema.registry.ssl.truststore.type: unknown; allowed: JKS, PKCS12; schema.registry.ssl.truststore.location: is missing
            keystore.password=x                         | schema.registry.ssl.keystore.location: is missing
            key.password=x                              | schema.registry.ssl.key.password: there is no key store to which it belongs
            endpoint.identification.algorithm=none      | schema.registry.ssl.endpoint.identification.algorithm: unknown; allowed: https, or empty for no check
            """)
    void wrongValuesOfTlsAreTold(String written, String problems) {
        assertThat(String.join("; ", problems("schema.registry.url=https://one", "schema.registry.ssl." + written)))
                .isEqualTo(problems);
    }

    @Test
    void allProblemsAreToldAtOnceAndNoSecretWithThem() {
        List<String> problems = problems(
                "schema.registry.uri=http://one",
                "schema.registry.url=http://me:secret@one?x",
                "bearer.auth.token=secret token",
                "basic.auth.credentials.source=USER_INFO",
                "basic.auth.user.info=secret");

        assertThat(problems).hasSize(5).noneMatch(problem -> problem.contains("secret"));
        assertThat(problems.get(0)).startsWith("schema.registry.uri: unknown; allowed: schema.registry.url, auto.");
    }

    @Test
    void thereIsOneWayToLogIn() {
        assertThat(problems("schema.registry.url=http://me:x@one", "bearer.auth.token=x"))
                .containsExactly("schema.registry.url: there are credentials in the URL and elsewhere");
        assertThat(problems(
                        URL,
                        "bearer.auth.token=x",
                        "basic.auth.credentials.source=USER_INFO",
                        "basic.auth.user.info=me:x"))
                .containsExactly("bearer.auth.token: cannot be used together with basic authentication");
    }

    private static RegistrySettings valid(String... lines) {
        return Registries.settings(properties(lines));
    }

    private static List<String> problems(String... lines) {
        return RegistrySettings.read(properties(lines)) instanceof RegistrySettingsReading.Invalid invalid
                ? invalid.problems()
                : List.of();
    }

    private static Map<String, String> properties(String... lines) {
        Map<String, String> properties = new HashMap<>();
        for (String line : lines) {
            int end = line.indexOf('=');
            properties.put(line.substring(0, end), line.substring(end + 1));
        }
        return properties;
    }
}
