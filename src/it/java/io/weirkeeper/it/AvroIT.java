package io.weirkeeper.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirkeeper.config.Settings;
import io.weirkeeper.config.ValueFormat;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.dev.RegistryServer;
import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.events.wire.WireFormat;
import io.weirkeeper.registry.RegistrySerde;
import io.weirkeeper.registry.RegistrySerdes;
import io.weirkeeper.service.Formats;
import io.weirkeeper.service.GateService;
import io.weirkeeper.topics.InboundTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values in Avro, with a registry that is not ours. */
class AvroIT {
    private static final byte[] KEY = "+1".getBytes(StandardCharsets.UTF_8);

    /** How long the registry is away at least: -Dtest.jvm="-Dweir.outage=60" for a minute. */
    private static final Duration OUTAGE = Duration.ofSeconds(Long.getLong("weir.outage", 0));

    @TempDir
    static Path directory;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path state;

    private static RegistryServer registry;

    @BeforeAll
    static void start() throws IOException {
        registry = Registry.start(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        registry.close();
    }

    private Settings avro(ValueFormat format, Map<String, String> more) throws Exception {
        Settings settings = Kafka.with(Kafka.settings(state), format, more);
        Kafka.createTopics(settings, 1, InboundTime.ARRIVAL);
        return settings;
    }

    private Settings avro() throws Exception {
        return avro(new ValueFormat.Avro(), Map.of(Formats.REGISTRY_URL, registry.url()));
    }

    private static byte[] message(WireFormat format, String id) {
        return format.message(Message.of(id, "sms", "+1", "text " + id, 0));
    }

    /** What an older producer knows: the fields without a default. */
    private static Schema older() {
        return field("language", false);
    }

    /** What a newer producer may know: one field more. */
    private static Schema newer() {
        return field("mood", true);
    }

    private static Schema field(String name, boolean added) {
        Schema ours = InboundMessage.getClassSchema();
        List<Schema.Field> fields = new ArrayList<>(ours.getFields().stream()
                .filter(field -> !field.name().equals(name))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        if (added) {
            fields.add(new Schema.Field(name, Schema.create(Schema.Type.STRING), "", ""));
        }
        return Schema.createRecord(ours.getName(), "", ours.getNamespace(), false, fields);
    }

    private static GenericRecord record(Schema schema, String id) {
        GenericRecordBuilder builder = new GenericRecordBuilder(schema)
                .set("id", id)
                .set("channel", "sms")
                .set("sender", "+1")
                .set("body", "text " + id)
                .set("sentAt", 0L);
        return new GenericData.Record((GenericData.Record) builder.build(), true);
    }

    @Test
    void verdictsAreAvroWhateverReleaseTheProducerIs() throws Exception {
        Settings settings = avro();
        WireFormat format = Formats.ofService(settings);
        RegistrySerdes serdes = Formats.registry(settings);
        String topic = settings.topics().inboundMessages();
        byte[] ofAnother = serdes.of(Schema.createRecord(
                        "Order", "", "shop", false, List.of(new Schema.Field("n", Schema.create(Schema.Type.INT)))))
                .encode(
                        "orders",
                        new GenericData.Record(Schema.createRecord(
                                "Order",
                                "",
                                "shop",
                                false,
                                List.of(new Schema.Field("n", Schema.create(Schema.Type.INT))))) {
                            {
                                put("n", 7);
                            }
                        });
        try (GateService service = Gates.start(settings, "limits: [{id: two, per: [sender], allow: 3 per 1h}]");
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            assertThat(service).isNotNull();
            long now = System.currentTimeMillis();
            inbox.send(0, now, KEY, message(format, "now"));
            inbox.send(0, now, KEY, serdes.of(older()).encode(topic, record(older(), "older")));
            inbox.send(0, now, KEY, serdes.of(newer()).encode(topic, record(newer(), "newer")));
            inbox.send(0, now, KEY, message(format, "refused"));
            inbox.send(0, now, KEY, ofAnother);
            inbox.send(0, now, KEY, "{\"sender\":\"+1\",\"body\":\"x\"}".getBytes(StandardCharsets.UTF_8));
            inbox.send(0, now, KEY, new byte[] {0, 0, 1, 0, 0, 5});
            outbox.awaitEnded(7);

            assertThat(outbox.allowed())
                    .extracting(verdict -> verdict.at("/message/id").asText())
                    .containsExactly("now", "older", "newer");
            assertThat(outbox.blocked())
                    .extracting(verdict -> verdict.path("reason").asText())
                    .containsExactly("RATE_LIMITED");
            assertThat(outbox.records(settings.topics().allowedMessages()))
                    .allSatisfy(verdict -> assertThat(verdict.value()[0]).isZero());
            assertThat(outbox.deadLetters())
                    .hasSize(3)
                    .allSatisfy(dead -> assertThat(new String(
                                    dead.headers().lastHeader("weir.defect").value(), StandardCharsets.UTF_8))
                            .isEqualTo("UNDECODABLE"));
        }
    }

    /** Stopped by a signal, the registry takes connections and answers nothing; then it goes on as if nothing had been. */
    @Test
    void aRegistryThatIsAwayDelaysWhatItDoesNotKnowAndLosesNothing() throws Exception {
        Settings settings = avro();
        WireFormat format = Formats.ofService(settings);
        RegistrySerde<GenericRecord> producer = Formats.registry(settings).of(newer());
        String topic = settings.topics().inboundMessages();
        byte[] unknown = producer.encode(topic, record(newer(), "unknown"));
        Set<String> sent = new HashSet<>(Set.of("unknown"));
        try (GateService service = Gates.start(settings, "duplicates: {window: 10s}");
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            send(inbox, format, "warm", 100, sent);
            outbox.awaitEnded(100);
            signal("STOP");
            try {
                send(inbox, format, "known", 500, sent);
                outbox.awaitEnded(600);
                inbox.send(0, System.currentTimeMillis(), KEY, unknown);
                long end = System.currentTimeMillis() + OUTAGE.toMillis();
                // Longer than a look-up waits: the thread stops at least once. Messages come all the while.
                await().dontCatchUncaughtExceptions()
                        .atMost(Kafka.PATIENCE.plus(OUTAGE))
                        .until(() -> {
                            send(inbox, format, "during" + sent.size() + "-", 50, sent);
                            return service.restarts() > 0 && System.currentTimeMillis() > end;
                        });
            } finally {
                signal("CONT");
            }
            outbox.awaitEnded(sent.size());

            assertThat(outbox.judgedIds()).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(outbox.deadLetters()).isEmpty();
        }
    }

    /** A serde of others on the class path, named in the settings: it has another wire format than ours. */
    @Test
    void aSerdeThatIsNotOursCanBeNamed() throws Exception {
        Settings settings = avro(
                ValueFormat.named("io.apicurio.registry.serde.avro.AvroSerde"),
                Map.of(
                        "apicurio.registry.url",
                        registry.url().replace("/apis/ccompat/v7", "/apis/registry/v2"),
                        "apicurio.registry.auto-register",
                        "true",
                        "apicurio.registry.use-specific-avro-reader",
                        "true"));
        WireFormat format = Formats.ofService(settings);
        try (GateService service = Gates.start(settings, "limits: [{id: one, per: [sender], allow: 1 per 1h}]");
                Inbox inbox = new Inbox(settings);
                Outbox outbox = new Outbox(settings)) {
            assertThat(service).isNotNull();
            long now = System.currentTimeMillis();
            inbox.send(0, now, KEY, message(format, "a"));
            inbox.send(0, now, KEY, message(format, "b"));
            byte[] whole = message(format, "c");
            inbox.send(0, now, KEY, new byte[] {1, 2, 3});
            inbox.send(0, now, KEY, new byte[] {0, 2, 3});
            inbox.send(0, now, KEY, Arrays.copyOf(whole, whole.length - 3));
            inbox.send(0, now, KEY, new byte[] {0, 0, 0, 0, 0, 0, 0, 7, 7, 1, 1});
            outbox.awaitEnded(6);

            assertThat(outbox.judgedIds()).containsExactlyInAnyOrder("a", "b");
            assertThat(outbox.blocked()).hasSize(1);
            assertThat(outbox.deadLetters()).hasSize(4);
        }
    }

    private static void send(Inbox inbox, WireFormat format, String name, int count, Set<String> sent)
            throws Exception {
        long now = System.currentTimeMillis();
        for (int i = 0; i < count; i++) {
            inbox.sendLater(0, now, KEY, message(format, name + i));
            sent.add(name + i);
        }
        inbox.flush();
    }

    private static void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(registry.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
