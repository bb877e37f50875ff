package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.events.ControlEvent;
import io.weirkeeper.events.ControlType;
import io.weirkeeper.events.DeliveryReport;
import io.weirkeeper.events.DeliveryStatus;
import io.weirkeeper.events.ErrorKind;
import io.weirkeeper.events.InboundMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records as producers of a release write them, made by Avro alone, and the schemas that they have; a release that changes a schema adds
 * files, and all must stay readable.
 */
class GoldenRecordTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "registry");
    private static final Instant AT = Instant.ofEpochMilli(1795195200123L);

    static Stream<SpecificRecordBase> records() {
        return Stream.of(
                new InboundMessage(
                        "m1",
                        "sms",
                        "+15550100",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "id",
                        9,
                        "Halo \uD83D\uDC4B",
                        AT,
                        Map.of("k", "v")),
                new ControlEvent(
                        "c1", AT, "ops", ControlType.block, "+15550100", null, Instant.ofEpochMilli(1795195260000L)),
                new DeliveryReport("m1", "+15550100", DeliveryStatus.FAILED, ErrorKind.AUTHENTICATION, "401", AT));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatProducersOfRelease01WroteIsRead(SpecificRecordBase expected) throws IOException {
        String name = expected.getClass().getSimpleName();
        byte[] bytes = HexFormat.of()
                .parseHex(Files.readString(FOLDER.resolve(name + "-0.1.hex")).stripTrailing());
        try (FakeRegistry registry = FakeRegistry.start()) {
            registry.add("producer-value", Files.readString(FOLDER.resolve(name + "-0.1.avsc")));

            SpecificRecord read = Registries.serdes(registry)
                    .of(expected.getClass().asSubclass(SpecificRecord.class))
                    .decode(bytes);

            assertThat(read).isEqualTo(expected);
        }
    }
}
