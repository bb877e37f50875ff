package io.weirkeeper.streams.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as short as they are, as in Protocol Buffers. */
class NumbersOnTheWireTest {
    private static final long BASE = 1_767_607_200_000L;

    private static String hex(ByteWriter out) {
        return HexFormat.of().formatHex(out.toBytes());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "127, 7f",
        "128, 8001",
        "16383, ff7f",
        "16384, 808001",
        "2147483647, ffffffff07",
        "1767607200000, 80d2e5ecb833",
        "9223372036854775807, ffffffffffffffff7f",
    })
    void aNumberTakesSevenBitsAByteTheLowOnesFirst(long number, String bytes) {
        assertThat(hex(new ByteWriter().number(number))).isEqualTo(bytes);
        assertThat(new ByteReader(HexFormat.of().parseHex(bytes)).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "-1, 01",
        "1, 02",
        "-64, 7f",
        "64, 8001",
        "-65, 8101",
        "9223372036854775807, feffffffffffffffff01",
        "-9223372036854775808, ffffffffffffffffff01",
    })
    void aSignedNumberNearZeroIsShort(long number, String bytes) {
        assertThat(hex(new ByteWriter().signed(number))).isEqualTo(bytes);
        assertThat(new ByteReader(HexFormat.of().parseHex(bytes)).signed()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 0x0123456789abcdefL, Long.MIN_VALUE, Long.MAX_VALUE})
    void aFingerprintTakesEightBytes(long number) {
        byte[] bytes = new ByteWriter().fixed(number).toBytes();

        assertThat(bytes).hasSize(8);
        assertThat(new ByteReader(bytes).fixed()).isEqualTo(number);
    }

    @Test
    void aNegativeNumberIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> new ByteWriter().number(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative number: -1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é😀", "\0"})
    void textHasItsLengthInFront(String text) {
        byte[] bytes = new ByteWriter().text(text).raw(7).toBytes();
        ByteReader in = new ByteReader(bytes);

        assertThat(in.text()).isEqualTo(text);
        assertThat(in.raw()).isEqualTo(7);
    }

    @Test
    void aBlockOfAnotherWriterHasItsLengthInFront() {
        byte[] bytes = new ByteWriter()
                .block(new byte[] {-1, 0})
                .block(new byte[0])
                .raw(7)
                .toBytes();
        ByteReader in = new ByteReader(bytes);

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("02ff000007");
        assertThat(in.block()).containsExactly(-1, 0);
        assertThat(in.block()).isEmpty();
        assertThat(in.raw()).isEqualTo(7);
    }

    @Test
    void whatMayBeMissingSaysSo() {
        byte[] bytes = new ByteWriter()
                .optionalText(Optional.empty())
                .optionalText(Optional.of(""))
                .optionalTime(OptionalLong.empty(), BASE)
                .optionalTime(OptionalLong.of(BASE - 1), BASE)
                .toBytes();
        ByteReader in = new ByteReader(bytes);

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("000100000101");
        assertThat(in.optionalText()).isEmpty();
        assertThat(in.optionalText()).contains("");
        assertThat(in.optionalTime(BASE)).isEmpty();
        assertThat(in.optionalTime(BASE)).hasValue(BASE - 1);
    }

    @Test
    void thereIsRoomForMoreThanUsual() {
        ByteWriter out = new ByteWriter();
        for (int i = 0; i < 10_000; i++) {
            out.number(i);
        }
        ByteReader in = new ByteReader(out.toBytes());
        for (int i = 0; i < 10_000; i++) {
            assertThat(in.number()).isEqualTo(i);
        }
    }
}
