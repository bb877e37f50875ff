package io.weirkeeper.streams.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirkeeper.core.penalty.Ledger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that nobody wrote are no state: going on with half of it would be worse than to stop. */
class BrokenStateTest {
    private static final Pattern REFUSAL = Pattern.compile("(broken|state of|unknown).*");

    static Stream<Arguments> states() {
        return Stream.of(
                        States.remembrances().values().stream().map(state -> Arguments.of(new ActivityCodec(), state)),
                        States.tallies().values().stream().map(state -> Arguments.of(new TallyCodec(), state)),
                        States.ledgers().values().stream().map(state -> Arguments.of(new LedgerCodec(), state)),
                        States.held().values().stream().map(state -> Arguments.of(new HeldCodec(), state)),
                        States.standings().values().stream().map(state -> Arguments.of(new StandingCodec(), state)))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @CsvSource({"0", "2", "255"})
    void aVersionThatThisReleaseDoesNotKnowIsRefused(int version) {
        byte[] bytes = new LedgerCodec().encode(Ledger.EMPTY);
        bytes[0] = (byte) version;

        assertThatThrownBy(() -> new LedgerCodec().decode(bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessage("state of version " + version + "; this release reads 1 to 1");
    }

    @ParameterizedTest
    @MethodSource("states")
    <T> void stateThatIsCutOffIsRefused(StateCodec<T> codec, T state) {
        byte[] bytes = codec.encode(state);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);

            assertThatThrownBy(() -> codec.decode(cut)).isInstanceOf(SerializationException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    <T> void stateWithSomethingBehindItIsRefused(StateCodec<T> codec, T state) {
        byte[] bytes = codec.encode(state);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);

        assertThatThrownBy(() -> codec.decode(longer)).isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @MethodSource("states")
    <T> void everyChangedByteIsEitherReadOrRefused(StateCodec<T> codec, T state) {
        byte[] bytes = codec.encode(state);
        for (int i = 0; i < bytes.length; i++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = bytes.clone();
                changed[i] = (byte) value;
                assertReadOrRefused(codec, changed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    <T> void randomBytesAreEitherReadOrRefused(StateCodec<T> codec, T state) {
        long seed = Long.getLong("seed", 20_261_120);
        Random random = new Random(seed);
        int newestVersion = codec.encode(state)[0];
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            bytes[0] = (byte) (1 + random.nextInt(newestVersion)); // behind an unknown version nothing is read
            assertReadOrRefused(codec, bytes);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "negative length, 0100ffffffffffffffffff01",
        "length beyond an int, 0100008080808010",
        "length beyond the bytes, 010000ffffffff07",
        "number of eleven bytes, 01808080808080808080808000000000000000",
    })
    void numbersThatCannotBeAreRefused(String what, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> new ActivityCodec().decode(bytes)).as(what).isInstanceOf(SerializationException.class);
    }

    @Test
    void theMessageTellsTheSizeAndNotTheContent() {
        assertThatThrownBy(() -> new StandingCodec().decode(new byte[] {1, 1}))
                .isInstanceOf(SerializationException.class)
                .hasMessage("broken state of 2 bytes");
    }

    @Test
    void aMissingValueStaysMissing() {
        var serde = new LedgerCodec().serde();

        assertThat(serde.serializer().serialize("topic", null)).isNull();
        assertThat(serde.deserializer().deserialize("topic", null)).isNull();
    }

    private static <T> void assertReadOrRefused(StateCodec<T> codec, byte[] bytes) {
        try {
            assertThat(codec.decode(bytes)).isNotNull();
        } catch (SerializationException refused) {
            assertThat(refused.getMessage()).matches(REFUSAL);
        } catch (RuntimeException | OutOfMemoryError other) {
            throw new AssertionError(HexFormat.of().formatHex(bytes), other);
        }
    }
}
