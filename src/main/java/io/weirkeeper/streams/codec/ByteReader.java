package io.weirkeeper.streams.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {
    private final byte[] bytes;
    private int position;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int raw() {
        return bytes[position++] & 0xFF;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[position++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new ArithmeticException("number of more than ten bytes");
    }

    /** A number that is not negative and fits an int. */
    int count() {
        int value = Math.toIntExact(number());
        if (value < 0) {
            throw new ArithmeticException("negative count: " + value);
        }
        return value;
    }

    /** How many elements follow, each of at least a byte. */
    int length() {
        return Objects.checkIndex(count(), bytes.length - position + 1);
    }

    boolean isAtEnd() {
        return position == bytes.length;
    }

    long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    long fixed() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << 8) | raw();
        }
        return value;
    }

    String text() {
        return new String(block(), StandardCharsets.UTF_8);
    }

    /** Bytes for another reader. */
    byte[] block() {
        int length = length();
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    Optional<String> optionalText() {
        return raw() == 0 ? Optional.empty() : Optional.of(text());
    }

    OptionalLong optionalTime(long base) {
        return raw() == 0 ? OptionalLong.empty() : OptionalLong.of(base + signed());
    }
}
