package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.registry.CallLimits;
import io.weirkeeper.registry.Compatibility;
import io.weirkeeper.registry.CompatibilityCheck;
import io.weirkeeper.registry.RegisteredSchema;
import io.weirkeeper.registry.RegistryClient;
import io.weirkeeper.registry.RegistryRefused;
import io.weirkeeper.registry.RegistrySerde;
import io.weirkeeper.registry.RegistrySerdes;
import io.weirkeeper.registry.RegistrySettings;
import io.weirkeeper.registry.UndecodableRecord;
import io.weirkeeper.registry.WriterSchema;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client and the serde with a registry that is not ours. Each test has subjects of its own. */
class RegistryIT {
    private static final Schema ONE =
            SchemaBuilder.record("it.R").fields().requiredString("id").endRecord();
    private static final Schema TWO = SchemaBuilder.record("it.R")
            .fields()
            .requiredString("id")
            .optionalString("added")
            .endRecord();
    private static final Schema BREAKING = SchemaBuilder.record("it.R")
            .fields()
            .requiredString("id")
            .requiredInt("demanded")
            .endRecord();

    private static RegistryClient client;

    @BeforeAll
    static void start() throws IOException {
        client = RegistryClient.open(settings(), CallLimits.DEFAULT);
    }

    @Test
    void whatWasRegisteredIsFoundInEveryWay() {
        Schema schema = InboundMessage.getClassSchema();

        int id = client.register("found-value", schema);

        RegisteredSchema latest = client.latest("found-value").orElseThrow();
        assertThat(client.register("found-value", schema)).isEqualTo(id);
        assertThat(latest.id()).isEqualTo(id);
        assertThat(latest.version()).isEqualTo(1);
        assertThat(client.lookUp("found-value", schema)).contains(latest);
        assertThat(client.byId(id)).isEqualTo(new WriterSchema.Known(latest.schema()));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(client.byId(9_999)).isEqualTo(new WriterSchema.Unknown());
        assertThat(client.latest("none-value")).isEmpty();
        assertThat(client.lookUp("none-value", ONE)).isEmpty();
        assertThat(client.compatibility("none-value")).isEmpty();
        assertThat(client.check("none-value", ONE).compatible()).isTrue();
    }

    @Test
    void aSubjectMayGrowButNotBreak() {
        client.register("grown-value", ONE);
        client.demand("grown-value", Compatibility.BACKWARD);
        assertThat(client.compatibility("grown-value")).contains(Compatibility.BACKWARD);

        assertThat(client.check("grown-value", TWO).compatible()).isTrue();
        client.register("grown-value", TWO);
        CompatibilityCheck breaking = client.check("grown-value", BREAKING);

        assertThat(client.latest("grown-value").orElseThrow().version()).isEqualTo(2);
        assertThat(breaking.compatible()).isFalse();
        assertThat(breaking.problems()).isNotEmpty();
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> client.register("grown-value", BREAKING))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(409));
    }

    @Test
    void recordsOfAnotherReleaseAreRead() throws IOException {
        GenericRecord older = new GenericRecordBuilder(ONE).set("id", "m1").build();

        GenericRecord read = serdes().of(TWO).decode(serdes().of(ONE).encode("releases", older));

        assertThat(read.get("id")).hasToString("m1");
        assertThat(read.get("added")).isNull();
    }

    @Test
    void messagesComeBackAsTheyWere() throws IOException {
        RegistrySerde<InboundMessage> serde = serdes().of(InboundMessage.class);
        InboundMessage message = new InboundMessage(
                "m1", "sms", "+1555", null, null, null, null, null, "id", 9, "Halo", Instant.EPOCH, Map.of());

        byte[] bytes = serde.encode("messages", message);

        assertThat(serdes().of(InboundMessage.class).decode(bytes)).isEqualTo(message);
    }

    @Test
    void anIdThatNobodyKnowsIsTheRecordsFault() throws IOException {
        byte[] bytes = {0, 0, 0, 0x27, 0x0f, 0};

        assertThatExceptionOfType(UndecodableRecord.class)
                .isThrownBy(() -> serdes().of(ONE).decode(bytes))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(UndecodableRecord.Reason.UNKNOWN_ID));
    }

    private static RegistrySerdes serdes() throws IOException {
        return RegistrySerdes.open(settings());
    }

    private static RegistrySettings settings() {
        return Registry.settings(Registry.url());
    }
}
