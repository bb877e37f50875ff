package io.weirkeeper.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirkeeper.core.classify.Features;
import io.weirkeeper.core.classify.LinearModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private static final int SIZE = 131_116;

    private static LinearModel model() {
        byte[] weights = new byte[Features.BUCKETS];
        weights[1] = 127;
        weights[Features.BUCKETS - 1] = -127;
        return new LinearModel(weights, 0.5, -2, 0.75);
    }

    private static LinearModel read(byte[] bytes) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(bytes));
    }

    private static void assertRefused(byte[] bytes, String problem) {
        ThrowingCallable reading = () -> read(bytes);
        assertThatThrownBy(reading).isInstanceOf(ModelFileException.class).hasMessage(problem);
    }

    /** With a checksum that is right. */
    private static byte[] sealed(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - 4);
        return ByteBuffer.wrap(bytes)
                .putInt(bytes.length - 4, (int) crc.getValue())
                .array();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertThat(read(ModelFile.bytes(model()))).isEqualTo(model());
    }

    @Test
    void theFormatStaysAsItIs() {
        byte[] bytes = ModelFile.bytes(model());

        assertThat(bytes).hasSize(SIZE);
        assertThat(HexFormat.of().formatHex(bytes, 0, 42))
                .isEqualTo(
                        "574549525350414d" // WEIRSPAM
                                + "00000001" // format
                                + "00000001" // features
                                + "3fe0000000000000" // scale
                                + "c000000000000000" // bias
                                + "3fe8000000000000" // threshold
                                + "007f");
        assertThat(HexFormat.of().formatHex(bytes, SIZE - 6, SIZE - 4)).isEqualTo("0081");
    }

    @Test
    void aForeignFileIsNoModel() {
        assertRefused(new byte[0], "not a model of weir classifier train");
        assertRefused("ham\thello\nham\tworld\n".getBytes(), "not a model of weir classifier train");
        assertRefused("WEIR".getBytes(), "not a model of weir classifier train");
    }

    @Test
    void aFileThatWasCutIsRefused() {
        byte[] bytes = ModelFile.bytes(model());
        for (int length : new int[] {8, 39, 40, 1000, SIZE - 1}) {
            assertRefused(Arrays.copyOf(bytes, length), "cut off after " + length + " of " + SIZE + " bytes");
        }
        assertRefused(Arrays.copyOf(bytes, SIZE + 1), "longer than the " + SIZE + " bytes of a model");
    }

    @Test
    void aDamagedFileIsRefusedWhateverByteItIs() {
        for (int at = 16; at < SIZE; at += 9_973) {
            byte[] bytes = ModelFile.bytes(model());
            bytes[at] ^= 1;
            assertRefused(bytes, "damaged: its checksum does not match");
        }
    }

    @Test
    void anotherVersionIsNamed() {
        byte[] format = ModelFile.bytes(model());
        format[11] = 2;
        assertRefused(format, "in version 2 of the format; this program reads version 1");

        byte[] features = ModelFile.bytes(model());
        features[15] = 7;
        assertRefused(features, "trained for version 7 of the features; this program has version 1; train it again");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        byte[] bytes = ModelFile.bytes(model());
        ByteBuffer.wrap(bytes).putDouble(32, 1.5);
        assertRefused(sealed(bytes), "wrong: threshold must be above 0 and at most 1, not 1.5");
    }
}
