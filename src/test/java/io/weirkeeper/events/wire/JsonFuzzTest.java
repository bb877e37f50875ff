package io.weirkeeper.events.wire;

import static io.weirkeeper.events.wire.Examples.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.events.wire.Decoded.Invalid;
import io.weirkeeper.events.wire.Decoded.Valid;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Bytes of any kind are decoded or refused, never thrown at, and what was decoded can be written and read again. */
class JsonFuzzTest {
    private static final long SEED = RandomRecords.SEED;
    private static final String[] TOKENS = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "\\ud800",
        "\\u",
        "\"sender\"",
        "\"body\"",
        "\"sentAt\"",
        "\"priority\"",
        "\"attributes\"",
        "\"type\"",
        "\"block\"",
        "\"messageId\"",
        "\"status\"",
        "\"FAILED\"",
        "\"errorKind\"",
        "null",
        "true",
        "1",
        "-",
        "1e999",
        "9999999999999999999",
        "\"2026-11-20T10:00:00Z\"",
        " ",
        "\u0000",
        "👋"
    };

    private final Random random = new Random(SEED);
    private final RandomRecords records = new RandomRecords(random);
    private final WireFormat json = new JsonFormat();

    @Test
    void randomBytes() {
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            check(bytes);
        }
    }

    @Test
    void tokensInAnyOrder() {
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : "{");
            for (int left = random.nextInt(20); left > 0; left--) {
                text.append(TOKENS[random.nextInt(TOKENS.length)]);
            }
            check(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void brokenMessages() {
        for (int i = 0; i < 20_000; i++) {
            check(broken(json.message(records.message())));
        }
    }

    @Test
    void brokenControlEvents() {
        for (int i = 0; i < 10_000; i++) {
            check(broken(json.control(records.control())));
        }
    }

    @Test
    void brokenDeliveryReports() {
        byte[] whole = ("{\"messageId\":\"m\",\"recipient\":\"+1\",\"status\":\"FAILED\",\"errorKind\":\"OTHER\","
                        + "\"error\":\"👋\",\"at\":\"2026-11-20T10:00:00Z\"}")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 10_000; i++) {
            check(broken(whole));
        }
    }

    private byte[] broken(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int edits = 1 + random.nextInt(4); edits > 0 && bytes.length > 0; edits--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + random.nextInt(8));
            switch (random.nextInt(5)) {
                case 0 -> bytes[from] = (byte) random.nextInt(256);
                case 1 -> bytes[from] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, from);
                case 3 -> bytes = spliced(bytes, from, new byte[0], to);
                default ->
                    bytes = spliced(
                            bytes, from, TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8), from);
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, byte[] middle, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(middle);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private void check(byte[] bytes) {
        check(bytes, json.message(bytes, ORIGIN), json::message, written -> json.message(written, ORIGIN));
        check(bytes, json.control(bytes, ORIGIN), json::control, written -> json.control(written, ORIGIN));
        check(bytes, json.deliveryReport(bytes, ORIGIN));
    }

    private static <T> void check(
            byte[] bytes, Decoded<T> decoded, Function<T, byte[]> encode, Function<byte[], Decoded<T>> decode) {
        if (decoded instanceof Valid<T> valid) {
            assertThat(decode.apply(encode.apply(valid.value())))
                    .as("seed %d, %s", SEED, HexFormat.of().formatHex(bytes))
                    .isEqualTo(valid);
        }
        check(bytes, decoded);
    }

    private static void check(byte[] bytes, Decoded<?> decoded) {
        if (decoded instanceof Invalid<?> invalid) {
            assertThat(invalid.detail())
                    .as(
                            "seed %d, %s: an exception nobody thought of",
                            SEED, HexFormat.of().formatHex(bytes))
                    .doesNotStartWith("unreadable");
        }
    }
}
