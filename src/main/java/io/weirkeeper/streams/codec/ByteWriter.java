package io.weirkeeper.streams.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes numbers as short as they are: seven bits a byte, the low ones first (as in Protocol Buffers). */
final class ByteWriter {
    private byte[] bytes = new byte[192];
    private int length;

    ByteWriter raw(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    /** A number that is not negative. */
    ByteWriter number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative number: " + value);
        }
        return varint(value);
    }

    /** A number of either sign, near zero as short as a positive one. */
    ByteWriter signed(long value) {
        return varint((value << 1) ^ (value >> 63));
    }

    /** Eight bytes, for fingerprints. */
    ByteWriter fixed(long value) {
        room(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    ByteWriter text(String text) {
        return block(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes that another writer made, with their length in front. */
    ByteWriter block(byte[] block) {
        number(block.length);
        room(block.length);
        System.arraycopy(block, 0, bytes, length, block.length);
        length += block.length;
        return this;
    }

    ByteWriter optionalText(Optional<String> text) {
        raw(text.isPresent() ? 1 : 0);
        text.ifPresent(this::text);
        return this;
    }

    /** As a difference to a base, which makes times short. */
    ByteWriter optionalTime(OptionalLong time, long base) {
        raw(time.isPresent() ? 1 : 0);
        time.ifPresent(value -> signed(value - base));
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private ByteWriter varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
