package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weirkeeper.events.DebounceReason;
import io.weirkeeper.events.DebouncedMessage;
import io.weirkeeper.events.InboundMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrySerdeTest {
    private static final String TOPIC = "inbound-messages";

    private FakeRegistry registry;
    private RegistrySerde<InboundMessage> serde;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        serde = Registries.serdes(registry).of(InboundMessage.class);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void whatIsWrittenIsRead() {
        InboundMessage message = message("Halo");

        assertThat(serde.decode(serde.encode(TOPIC, message))).isEqualTo(message);
    }

    @Test
    void whatIsWrittenIsReadByOthersWithWhatTheRegistryHas() throws IOException {
        DebouncedMessage written =
                new DebouncedMessage(message("Halo"), Instant.EPOCH, 3L, DebounceReason.MERGED, "m2");
        byte[] bytes = Registries.serdes(registry).of(DebouncedMessage.class).encode("debounced-messages", written);

        RegistryClient client = Registries.client(new HandPace(), registry.url());
        Schema schema = client.latest("debounced-messages-value").orElseThrow().schema();
        GenericRecord read = Registries.serdes(registry).of(schema).decode(bytes);

        assertThat(read.get("by")).hasToString("m2");
        assertThat(read.get("policyVersion")).isEqualTo(3L);
        assertThat(((GenericRecord) read.get("message")).get("body")).hasToString("Halo");
    }

    @Test
    void aRecordBeginsWithItsHeader() {
        byte[] bytes = serde.encode(TOPIC, message("x"));

        assertThat(bytes).startsWith(0, 0, 0, 0, 1, 4, 'm', '1');
    }

    @Test
    void idsOfFourBytesAreReadAsTheyWereWritten() throws IOException {
        registry.then(200, "{\"id\": 2147483647}");

        byte[] bytes = serde.encode(TOPIC, message("x"));

        assertThat(bytes).startsWith(0, 0x7f, 0xff, 0xff, 0xff);
        assertThat(WireHeader.id(bytes)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theSubjectIsThatOfTheTopicOrOfTheRecord() throws IOException {
        SchemaCache cache = Registries.cache(registry, Registration.AUTOMATIC);
        new RegistrySerdes(cache, SubjectNaming.TOPIC).of(InboundMessage.class).prepare(TOPIC);
        new RegistrySerdes(cache, SubjectNaming.RECORD).of(InboundMessage.class).prepare(TOPIC);

        assertThat(registry.requests())
                .containsExactly(
                        "POST /subjects/inbound-messages-value/versions",
                        "POST /subjects/io.weirkeeper.events.InboundMessage/versions");
    }

    @Test
    void whatWasPreparedAndReadOnceDoesNotNeedTheRegistry() {
        serde.prepare(TOPIC);
        serde.decode(serde.encode(TOPIC, message("one")));
        registry.close();

        assertThat(serde.decode(serde.encode(TOPIC, message("two"))).getBody()).isEqualTo("two");
    }

    @Test
    void aRegistryThatIsAwayAtTheStartIsToldAtOnce() {
        registry.close();

        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> serde.prepare(TOPIC));
    }

    @Test
    void aRecordWithoutWhatItsSchemaDemandsCannotBeWrittenAndHarmsNoOther() {
        InboundMessage broken = message("x");
        broken.setChannel(null);

        assertThatIllegalArgumentException().isThrownBy(() -> serde.encode(TOPIC, broken));
        assertThat(serde.decode(serde.encode(TOPIC, message("good")))).isEqualTo(message("good"));
    }

    @Test
    void kafkaGetsAndGivesNothingForATombstone() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void kafkaUsesTheSameBytes() {
        byte[] bytes = serde.serializer().serialize(TOPIC, message("x"));

        assertThat(bytes).isEqualTo(serde.encode(TOPIC, message("x")));
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(message("x"));
    }

    @Test
    void recordsWithoutAClassHaveTheSchemaOfTheSerde() throws IOException {
        Schema schema = new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"R\", \"fields\": [{\"name\": \"n\", \"type\": \"int\"}]}");
        RegistrySerde<GenericRecord> generic = Registries.serdes(registry).of(schema);
        GenericRecord record = new GenericData.Record(schema);
        record.put("n", 7);

        assertThat(generic.decode(generic.encode("t", record))).isEqualTo(record);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Registries.serdes(registry).of(Schema.create(Schema.Type.INT)))
                .withMessage("schema must be of a record, not INT");
    }

    static InboundMessage message(String body) {
        return new InboundMessage(
                "m1", "sms", "+1555", null, null, null, null, null, null, 9, body, Instant.EPOCH, Map.of("a", "b"));
    }
}
