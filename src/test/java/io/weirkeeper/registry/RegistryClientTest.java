package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weirkeeper.events.InboundMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryClientTest {
    private static final Schema SCHEMA = SchemaBuilder.record("R").fields().endRecord();

    private FakeRegistry registry;
    private RegistryClient client;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        client = Registries.client(new HandPace(), registry.url());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void whatWasRegisteredIsFoundInEveryWay() {
        int id = client.register("a-value", SCHEMA);

        RegisteredSchema expected = new RegisteredSchema("a-value", id, 1, SCHEMA);
        assertThat(client.byId(id)).isEqualTo(new WriterSchema.Known(SCHEMA));
        assertThat(client.lookUp("a-value", SCHEMA)).contains(expected);
        assertThat(client.latest("a-value")).contains(expected);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(client.byId(1)).isEqualTo(new WriterSchema.Unknown());
        assertThat(client.lookUp("a-value", SCHEMA)).isEmpty();
        assertThat(client.latest("a-value")).isEmpty();
        assertThat(client.compatibility("a-value")).isEmpty();
    }

    @Test
    void subjectsMayHaveAnyCharacters() {
        client.register("a/b c+d%ä?", SCHEMA);

        assertThat(registry.requests()).containsExactly("POST /subjects/a%2Fb%20c%2Bd%25%C3%A4%3F/versions");
        assertThat(client.latest("a/b c+d%ä?")).isPresent();
    }

    @Test
    void theSchemaIsRegisteredAsItStandsInItsFile() throws IOException {
        int id = client.register("inbound-messages-value", InboundMessage.getClassSchema());

        Schema file =
                new SchemaParser().parse(Path.of("avro", "InboundMessage.avsc")).mainSchema();
        assertThat(client.byId(id)).isEqualTo(new WriterSchema.Known(file));
        assertThat(client.byId(id).toString()).doesNotContain("avro.java.string");
    }

    @Test
    void whatIsDemandedOfASubjectCanBeSet() {
        client.demand("a-value", Compatibility.FULL_TRANSITIVE);

        assertThat(client.compatibility("a-value")).contains(Compatibility.FULL_TRANSITIVE);
    }

    @Test
    void aDemandThatNobodyKnowsIsNoAnswer() {
        registry.then(200, "{\"compatibilityLevel\": \"SIDEWARD\"}");

        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> client.compatibility("a-value"));
    }

    @Test
    void whyASchemaIsNotCompatibleIsToldInTheRegistrysWords() {
        registry.then(200, "{\"is_compatible\": false, \"messages\": [\"one\", \"two\"]}");

        CompatibilityCheck check = client.check("a-value", SCHEMA);

        assertThat(check.compatible()).isFalse();
        assertThat(check.problems()).containsExactly("one", "two");
    }

    @Test
    void anExplanationMayBeOneText() {
        registry.then(200, "{\"is_compatible\": false, \"reason\": \"why\"}");

        assertThat(client.check("a-value", SCHEMA).problems()).containsExactly("why");
    }

    @Test
    void anySchemaMayBeTheFirst() {
        registry.then(404, FakeRegistry.error(40401));

        assertThat(client.check("a-value", SCHEMA).compatible()).isTrue();
    }

    @Test
    void aCheckWithoutAnAnswerIsNoYes() {
        registry.then(200, "{\"is_compatible\": \"perhaps\"}");

        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> client.check("a-value", SCHEMA));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"schemaType": "PROTOBUF", "schema": "message R {}"}                    | is not Avro
            {"schema": "nonsense"}                                                  | is not a schema that Avro can read
            {"schema": "{\\"type\\": \\"record\\", \\"name\\": \\"R\\"}"}           | is not a schema that Avro can read
            {"schema": "{\\"type\\": \\"fixed\\", \\"name\\": 7, \\"size\\": \\"x\\"}"}  | is not a schema that Avro can read
            {"schema": "\\"X\\"", "references": [{"name": "X", "subject": "x", "version": 1}]} | refers to schemas of other subjects
            """)
    void somethingElseUnderAnIdIsUnusable(String answer, String why) {
        registry.then(200, answer);

        assertThat(client.byId(1)).isEqualTo(new WriterSchema.Unusable(why));
    }

    @Test
    void aSchemaWithoutReferencesMayHaveAnEmptyListOfThem() {
        registry.then(200, "{\"schemaType\": \"AVRO\", \"schema\": \"\\\"string\\\"\", \"references\": []}");

        assertThat(Optional.of(client.byId(1))).contains(new WriterSchema.Known(Schema.create(Schema.Type.STRING)));
    }
}
