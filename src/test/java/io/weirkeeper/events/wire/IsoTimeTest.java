package io.weirkeeper.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    private static final DateTimeFormatter REFERENCE =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    @ParameterizedTest
    @CsvSource({
        "0,                     1970-01-01T00:00:00.000Z",
        "-1,                    1969-12-31T23:59:59.999Z",
        "1795168800000,         2026-11-20T10:00:00.000Z",
        "1709164800001,         2024-02-29T00:00:00.001Z",
        "951782400000,          2000-02-29T00:00:00.000Z",
        "-2203891200001,        1900-02-28T23:59:59.999Z",
        "253402300799999,       9999-12-31T23:59:59.999Z",
        "253402300800000,       +10000-01-01T00:00:00.000Z",
        "-62167219200000,       0000-01-01T00:00:00.000Z",
        "-62167219200001,       -0001-12-31T23:59:59.999Z",
        "9223372036854775807,   +292278994-08-17T07:12:55.807Z",
        "-9223372036854775808,  -292275055-05-16T16:47:04.192Z"
    })
    void formatsAndReadsBack(long millis, String text) {
        assertThat(IsoTime.format(millis)).isEqualTo(text);
        assertThat(IsoTime.parse(text)).hasValue(millis);
    }

    @Test
    void formatsAsJavaTimeDoesAndReadsBack() {
        RandomRecords records = new RandomRecords(new Random(RandomRecords.SEED));
        for (int i = 0; i < 20_000; i++) {
            long millis = records.time();
            String text = IsoTime.format(millis);
            assertThat(text)
                    .as("seed %d, %d ms", RandomRecords.SEED, millis)
                    .isEqualTo(REFERENCE.format(Instant.ofEpochMilli(millis)));
            assertThat(IsoTime.parse(text))
                    .as("seed %d, %s", RandomRecords.SEED, text)
                    .hasValue(millis);
        }
    }

    @Test
    void readsEveryDayOfFourCenturies() {
        for (OffsetDateTime day = OffsetDateTime.of(1899, 12, 31, 1, 2, 3, 0, ZoneOffset.UTC);
                day.getYear() < 2301;
                day = day.plusDays(1)) {
            assertThat(IsoTime.parse(day.toString()))
                    .as("%s", day)
                    .hasValue(day.toInstant().toEpochMilli());
        }
    }

    @Test
    void readsWhatJavaTimeWritesWithAnyOffset() {
        Random random = new Random(RandomRecords.SEED);
        for (int i = 0; i < 20_000; i++) {
            int offset = (random.nextInt(2 * 18 * 60 + 1) - 18 * 60) * 60;
            OffsetDateTime time = Instant.ofEpochSecond(random.nextLong() >> 30, random.nextInt(1_000_000_000))
                    .atOffset(ZoneOffset.ofTotalSeconds(offset));
            assertThat(IsoTime.parse(time.toString()))
                    .as("seed %d, %s", RandomRecords.SEED, time)
                    .hasValue(time.toInstant().toEpochMilli());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00Z,              1795168800000",
        "2026-11-20t10:00:00z,              1795168800000",
        "2026-11-20T10:00Z,                 1795168800000",
        "2026-11-20T17:00:00+07:00,         1795168800000",
        "2026-11-20T17:00:00+0700,          1795168800000",
        "2026-11-20T17:00+07,               1795168800000",
        "2026-11-20T06:30:00-03:30,         1795168800000",
        "2026-11-20T10:00:00.5Z,            1795168800500",
        "2026-11-20T10:00:00.123456789Z,    1795168800123",
        "2026-11-20T10:00:00.99999999999Z,  1795168800999",
        "1969-12-31T23:59:59.9999Z,         -1"
    })
    void readsCommonForms(String text, long millis) {
        assertThat(IsoTime.parse(text)).hasValue(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026",
                "2026-11-20",
                "2026-11-20T10:00:00",
                "2026-11-20 10:00:00Z",
                "2026-11-20T10Z",
                "2026-11-20T10:00:00.Z",
                "2026-11-20T10:00:00,5Z",
                "2026-11-20T10:00:00ZZ",
                "2026-11-20T10:00:00Z ",
                " 2026-11-20T10:00:00Z",
                "2026-11-20T10:00:00+",
                "2026-11-20T10:00:00+7",
                "2026-11-20T10:00:00+07:",
                "2026-11-20T10:00:00+07:0",
                "2026-11-20T10:00:00+07:000",
                "2026-11-20T10:00:00+19:00",
                "2026-11-20T10:00:00+18:01",
                "2026-11-20T10:00:00+07:60",
                "2026-11-20T24:00:00Z",
                "2026-11-20T10:60:00Z",
                "2026-11-20T10:00:60Z",
                "2026-00-20T10:00:00Z",
                "2026-13-20T10:00:00Z",
                "2026-11-00T10:00:00Z",
                "2026-11-31T10:00:00Z",
                "2026-02-29T10:00:00Z",
                "1900-02-29T10:00:00Z",
                "26-11-20T10:00:00Z",
                "12026-11-20T10:00:00Z",
                "+026-11-20T10:00:00Z",
                "+1234567890-11-20T10:00:00Z",
                "+292278994-08-17T07:12:55.808Z",
                "-292275055-05-16T16:47:04.191Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "２０２６-11-20T10:00:00Z",
                "20261120T100000Z"
            })
    void refusesTheRest(String text) {
        assertThat(IsoTime.parse(text)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void anyTextIsReadOrRefused() {
        Random random = new Random(RandomRecords.SEED);
        String alphabet = "0123456789-+:.TZ";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder("2026-11-20T10:00:00.000+07:00");
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                text.replace(at, at + random.nextInt(2), "" + alphabet.charAt(random.nextInt(alphabet.length())));
            }
            OptionalLong millis = IsoTime.parse(text.toString());
            if (millis.isPresent()) {
                assertThat(IsoTime.parse(IsoTime.format(millis.getAsLong())))
                        .as("seed %d, %s", RandomRecords.SEED, text)
                        .isEqualTo(millis);
            }
        }
    }
}
