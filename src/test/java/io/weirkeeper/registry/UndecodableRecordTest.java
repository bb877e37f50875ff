package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weirkeeper.events.DebouncedMessage;
import io.weirkeeper.events.InboundMessage;
import io.weirkeeper.registry.UndecodableRecord.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndecodableRecordTest {
    private FakeRegistry registry;
    private RegistrySerde<InboundMessage> serde;
    private byte[] good;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        serde = Registries.serdes(registry).of(InboundMessage.class);
        good = serde.encode("inbound-messages", RegistrySerdeTest.message("a secret"));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\0\0\0\0", "{\"body\": \"a secret\"}", "\1\0\0\0\1"})
    void noHeader(String text) {
        assertUndecodable(text.getBytes(StandardCharsets.ISO_8859_1), Reason.NO_HEADER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void unknownId(int id) {
        assertUndecodable(withId(id), Reason.UNKNOWN_ID);
    }

    @Test
    void anotherRecord() {
        int other = registry.add("s", DebouncedMessage.getClassSchema().toString());

        assertUndecodable(withId(other), Reason.OTHER_RECORD);
    }

    @Test
    void noRecordAtAll() {
        assertUndecodable(withId(registry.add("s", "\"string\"")), Reason.OTHER_RECORD);
    }

    @Test
    void aSchemaThatIsNotAvro() {
        registry.then(200, "{\"schemaType\": \"JSON\", \"schema\": \"{}\"}");

        assertUndecodable(withId(5), Reason.UNUSABLE_SCHEMA);
    }

    @Test
    void everyTruncation() {
        for (int length = WireHeader.LENGTH; length < good.length; length++) {
            assertUndecodable(Arrays.copyOf(good, length), Reason.TRUNCATED);
        }
    }

    @Test
    void bytesLeftOver() {
        assertUndecodable(Arrays.copyOf(good, good.length + 1), Reason.MALFORMED);
    }

    @Test
    void lengthsThatAreLiesTakeNoMemory() {
        byte[] lie = Arrays.copyOf(good, WireHeader.LENGTH + 5);
        Arrays.fill(lie, WireHeader.LENGTH, lie.length - 1, (byte) 0xfe);
        lie[lie.length - 1] = 0x0d;

        assertThatExceptionOfType(UndecodableRecord.class).isThrownBy(() -> serde.decode(lie));
    }

    @Test
    void noBytesDoAnyOtherHarm() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[WireHeader.LENGTH + random.nextInt(bytes.length - WireHeader.LENGTH)] = (byte) random.nextInt();
            }
            try {
                serde.decode(bytes);
            } catch (UndecodableRecord e) {
                assertThat(e.getMessage()).as("seed %d", seed).doesNotContain("secret");
            }
        }
        assertThat(serde.decode(good)).isEqualTo(RegistrySerdeTest.message("a secret"));
    }

    @Test
    void aRegistryThatIsAwayIsNoReasonToBuryARecord() {
        serde.decode(good);
        registry.close();

        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> serde.decode(withId(99)));
        assertThat(serde.decode(good)).isNotNull();
    }

    @Test
    void neitherIsOneThatWantsOtherCredentials() {
        registry.then(401, "{\"error_code\": 40101}");

        assertThatExceptionOfType(RegistryRefused.class).isThrownBy(() -> serde.decode(withId(99)));
    }

    private byte[] withId(int id) {
        byte[] bytes = good.clone();
        for (int i = 0; i < 4; i++) {
            bytes[1 + i] = (byte) (id >>> (8 * (3 - i)));
        }
        return bytes;
    }

    private void assertUndecodable(byte[] bytes, Reason reason) {
        UndecodableRecord undecodable = catchThrowableOfType(UndecodableRecord.class, () -> serde.decode(bytes));

        assertThat(undecodable).isNotNull();
        assertThat(undecodable.reason()).isEqualTo(reason);
        assertThat(undecodable.getMessage()).doesNotContain("secret");
        assertThat(undecodable.getStackTrace()).isEmpty();
    }
}
