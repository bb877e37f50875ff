package io.weirkeeper.streams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State as it was once written, in hexadecimal, must stay readable for ever. A new version of a codec adds files and keeps these; what
 * it writes is held against the files of its own version.
 */
class GoldenStateTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "state");

    /** As it is written now. */
    static Stream<Arguments> current() {
        return Stream.of(
                        arguments("activity-v2", new ActivityCodec(), States.remembrances()),
                        arguments("tally-v1", new TallyCodec(), States.tallies()),
                        arguments("ledger-v1", new LedgerCodec(), States.ledgers()),
                        arguments("held-v1", new HeldCodec(), States.held()),
                        arguments("standing-v1", new StandingCodec(), States.standings()))
                .flatMap(each -> each);
    }

    /** As it was written before. */
    static Stream<Arguments> former() {
        return arguments("activity-v1", new ActivityCodec(), States.withoutTally());
    }

    private static <T> Stream<Arguments> arguments(String part, StateCodec<T> codec, Map<String, T> states) {
        return states.entrySet().stream()
                .map(state -> Arguments.of(part + "-" + state.getKey(), codec, state.getValue()));
    }

    private static String golden(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".hex")).strip();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"current", "former"})
    <T> void whatWasOnceWrittenIsReadable(String name, StateCodec<T> codec, T state) throws IOException {
        assertThat(codec.decode(HexFormat.of().parseHex(golden(name)))).isEqualTo(state);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("current")
    <T> void theVersionOfNowIsWrittenAsEver(String name, StateCodec<T> codec, T state) throws IOException {
        assertThat(HexFormat.of().formatHex(codec.encode(state))).isEqualTo(golden(name));
    }
}
