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

    static Stream<Arguments> states() {
        return Stream.of(
                        arguments("activity", new ActivityCodec(), States.activities()),
                        arguments("ledger", new LedgerCodec(), States.ledgers()),
                        arguments("held", new HeldCodec(), States.held()),
                        arguments("standing", new StandingCodec(), States.standings()))
                .flatMap(each -> each);
    }

    private static <T> Stream<Arguments> arguments(String part, StateCodec<T> codec, Map<String, T> states) {
        return states.entrySet().stream()
                .map(state -> Arguments.of(part + "-v1-" + state.getKey(), codec, state.getValue()));
    }

    private static String golden(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".hex")).strip();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    <T> void whatVersion1WroteIsReadable(String name, StateCodec<T> codec, T state) throws IOException {
        assertThat(codec.decode(HexFormat.of().parseHex(golden(name)))).isEqualTo(state);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    <T> void version1IsWrittenAsEver(String name, StateCodec<T> codec, T state) throws IOException {
        assertThat(HexFormat.of().formatHex(codec.encode(state))).isEqualTo(golden(name));
    }
}
