package io.weirkeeper.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The settings of the HTTP server, and of what the log tells. */
final class HttpSettingsTable {
    private static final String SECTION = "http";
    private static final int HIGHEST_PORT = 65_535;
    private static final int LEAST_BYTES = 1_024;
    private static final int MOST_BODY = 64 * 1024 * 1024;
    private static final int MOST_URI = 64 * 1024;
    private static final int MOST_LISTENERS = 1_000;

    static final Setting<String> HOST = of(
            "host",
            "WEIR_HTTP_HOST",
            YamlValue::nonEmptyText,
            HttpSettings.DEFAULT.host(),
            "127.0.0.1",
            "the address on which the HTTP server listens; any but the loopback address needs a write token");
    static final Setting<Integer> PORT = of(
            "port",
            "WEIR_HTTP_PORT",
            value -> value.wholeNumber(0, HIGHEST_PORT),
            HttpSettings.DEFAULT_PORT,
            "8080, or any free one if that is in use",
            "its port; 0 takes any free one");
    static final Setting<Optional<Secret>> READ_TOKEN = of(
            "readToken",
            "WEIR_HTTP_READ_TOKEN",
            HttpSettingsTable::secret,
            Optional.empty(),
            "none",
            "the bearer token that lets read");
    static final Setting<Optional<Secret>> WRITE_TOKEN = of(
            "writeToken",
            "WEIR_HTTP_WRITE_TOKEN",
            HttpSettingsTable::secret,
            Optional.empty(),
            "none",
            "the bearer token that lets write, and read");
    static final Setting<Optional<Path>> READ_TOKEN_FILE = of(
            "readTokenFile",
            "WEIR_HTTP_READ_TOKEN_FILE",
            HttpSettingsTable::file,
            Optional.empty(),
            "none",
            "the file that holds the read token, instead of the token itself");
    static final Setting<Optional<Path>> WRITE_TOKEN_FILE = of(
            "writeTokenFile",
            "WEIR_HTTP_WRITE_TOKEN_FILE",
            HttpSettingsTable::file,
            Optional.empty(),
            "none",
            "the file that holds the write token, instead of the token itself");
    static final Setting<Integer> MAX_BODY = of(
            "maxBody",
            "WEIR_HTTP_MAX_BODY",
            value -> value.wholeNumber(LEAST_BYTES, MOST_BODY),
            HttpSettings.DEFAULT.maxBody(),
            "1048576",
            "the longest body of a request, in bytes; policies have 8 MiB anyway");
    static final Setting<Integer> MAX_URI = of(
            "maxUri",
            "WEIR_HTTP_MAX_URI",
            value -> value.wholeNumber(LEAST_BYTES, MOST_URI),
            HttpSettings.DEFAULT.maxUri(),
            "16384",
            "the longest path with query of a request, in bytes");
    static final Setting<Long> TIMEOUT = of(
            "timeout",
            "WEIR_HTTP_TIMEOUT",
            YamlValue::duration,
            HttpSettings.DEFAULT.timeout().toMillis(),
            "30s",
            "how long a connection may stand still before it is closed");
    static final Setting<Integer> MAX_LISTENERS = of(
            "maxListeners",
            "WEIR_HTTP_MAX_LISTENERS",
            value -> value.wholeNumber(1, MOST_LISTENERS),
            HttpSettings.DEFAULT.maxListeners(),
            "100",
            "how many may read the stream of verdicts at a time");
    static final Setting<Optional<String>> ADVERTISED_HOST = of(
            "advertisedHost",
            "WEIR_HTTP_ADVERTISED_HOST",
            value -> value.nonEmptyText().map(Optional::of),
            Optional.empty(),
            "`http.host`, or the machine's name if that is every address",
            "where the other instances reach this one");
    static final Setting<OptionalInt> ADVERTISED_PORT = of(
            "advertisedPort",
            "WEIR_HTTP_ADVERTISED_PORT",
            value -> value.wholeNumber(1, HIGHEST_PORT).map(OptionalInt::of),
            OptionalInt.empty(),
            "the port on which it listens",
            "the same of its port");
    static final Setting<SenderNames> SENDERS = new Setting<>(
            "log",
            "senders",
            "WEIR_LOG_SENDERS",
            value -> value.oneOf(Words.ofEnum(SenderNames.values())),
            SenderNames.MASKED,
            "masked",
            "how senders stand in the log: `masked` or `plain`");

    /** In the order of the documentation. */
    static final List<Setting<?>> ALL = List.of(
            HOST,
            PORT,
            READ_TOKEN,
            WRITE_TOKEN,
            READ_TOKEN_FILE,
            WRITE_TOKEN_FILE,
            MAX_BODY,
            MAX_URI,
            TIMEOUT,
            MAX_LISTENERS,
            ADVERTISED_HOST,
            ADVERTISED_PORT,
            SENDERS);

    /** Of the section alone. */
    static final Set<String> VARIABLES = ALL.stream()
            .filter(setting -> setting.section().equals(SECTION))
            .map(Setting::variable)
            .collect(Collectors.toUnmodifiableSet());

    private HttpSettingsTable() {}

    private static <T> Setting<T> of(
            String key,
            String variable,
            Function<YamlValue, Optional<T>> reader,
            T byDefault,
            String writtenDefault,
            String meaning) {
        return new Setting<>(SECTION, key, variable, reader, byDefault, writtenDefault, meaning);
    }

    private static Optional<Optional<Secret>> secret(YamlValue value) {
        return value.nonEmptyText().map(text -> Optional.of(new Secret(text)));
    }

    private static Optional<Optional<Path>> file(YamlValue value) {
        return value.nonEmptyText().map(text -> Optional.of(Path.of(text)));
    }
}
