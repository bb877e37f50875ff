package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weirkeeper.registry.UndecodableRecord.Reason;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One topic, producers and readers of several releases. */
class EvolutionTest {
    private static final Schema OLD = SchemaBuilder.record("m.R")
            .fields()
            .requiredString("id")
            .requiredInt("gone")
            .name("kind")
            .type(SchemaBuilder.enumeration("m.Kind").symbols("A", "B"))
            .noDefault()
            .endRecord();
    private static final Schema NEW = SchemaBuilder.record("m.R")
            .fields()
            .name("kind")
            .type(SchemaBuilder.enumeration("m.Kind").symbols("A", "B", "C"))
            .noDefault()
            .requiredString("id")
            .optionalString("added")
            .endRecord();

    private FakeRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void whatAnOlderProducerWroteIsReadWithDefaults() throws IOException {
        byte[] bytes = write(OLD, old("B"));

        GenericRecord read = serde(NEW).decode(bytes);

        assertThat(read.get("id")).hasToString("m1");
        assertThat(read.get("kind")).hasToString("B");
        assertThat(read.get("added")).isNull();
    }

    @Test
    void whatANewerProducerWroteIsReadWithoutWhatWeDoNotKnow() throws IOException {
        Schema withoutGone = SchemaBuilder.record("m.R")
                .fields()
                .requiredString("id")
                .name("kind")
                .type(SchemaBuilder.enumeration("m.Kind").symbols("A", "B"))
                .noDefault()
                .endRecord();

        assertThat(serde(withoutGone).decode(write(NEW, fresh("A"))).get("id")).hasToString("m1");
    }

    @Test
    void aValueThatWeDoNotKnowSpoilsItsOwnRecordOnly() throws IOException {
        Schema older = SchemaBuilder.record("m.R")
                .fields()
                .name("kind")
                .type(SchemaBuilder.enumeration("m.Kind").symbols("A", "B"))
                .noDefault()
                .endRecord();
        RegistrySerde<GenericRecord> reader = serde(older);

        assertNotResolvable(reader, write(NEW, fresh("C")));
        assertThat(reader.decode(write(NEW, fresh("B"))).get("kind")).hasToString("B");
    }

    @Test
    void aFieldThatWeNeedAndTheProducerDoesNotWriteIsNotResolvable() throws IOException {
        assertNotResolvable(serde(OLD), write(NEW, fresh("A")));
    }

    @Test
    void aFieldOfAnotherTypeIsNotResolvable() throws IOException {
        Schema other = SchemaBuilder.record("m.R").fields().requiredLong("id").endRecord();

        assertNotResolvable(serde(other), write(OLD, old("A")));
    }

    @Test
    void severalVersionsAreReadSideBySide() throws IOException {
        RegistrySerde<GenericRecord> reader = serde(NEW);

        for (int i = 0; i < 3; i++) {
            assertThat(reader.decode(write(OLD, old("A"))).get("kind")).hasToString("A");
            assertThat(reader.decode(write(NEW, fresh("C"))).get("kind")).hasToString("C");
        }
    }

    @Test
    void aProducerWithoutTheNamespaceIsUnderstood() throws IOException {
        Schema bare = SchemaBuilder.record("R").fields().requiredString("id").endRecord();
        Schema ours = SchemaBuilder.record("m.R").fields().requiredString("id").endRecord();
        GenericRecord record = new GenericRecordBuilder(bare).set("id", "m1").build();

        assertThat(serde(ours).decode(write(bare, record)).get("id")).hasToString("m1");
    }

    private static void assertNotResolvable(RegistrySerde<GenericRecord> reader, byte[] bytes) {
        UndecodableRecord undecodable = catchThrowableOfType(UndecodableRecord.class, () -> reader.decode(bytes));

        assertThat(undecodable).isNotNull();
        assertThat(undecodable.reason()).isEqualTo(Reason.NOT_RESOLVABLE);
    }

    private RegistrySerde<GenericRecord> serde(Schema schema) throws IOException {
        return Registries.serdes(registry).of(schema);
    }

    private byte[] write(Schema schema, GenericRecord record) throws IOException {
        return serde(schema).encode("t", record);
    }

    private static GenericRecord old(String kind) {
        return new GenericRecordBuilder(OLD)
                .set("id", "m1")
                .set("gone", 1)
                .set("kind", new GenericData.EnumSymbol(OLD.getField("kind").schema(), kind))
                .build();
    }

    private static GenericRecord fresh(String kind) {
        return new GenericRecordBuilder(NEW)
                .set("id", "m1")
                .set("added", "x")
                .set("kind", new GenericData.EnumSymbol(NEW.getField("kind").schema(), kind))
                .build();
    }
}
