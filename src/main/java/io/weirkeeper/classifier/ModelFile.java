package io.weirkeeper.classifier;

import io.weirkeeper.core.classify.Features;
import io.weirkeeper.core.classify.LinearModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A model as bytes, in the order of the network: eight letters, the version of the format, that of the features, scale,
 * bias, threshold, a byte for each weight, and the CRC-32 of all before. Equal models make equal bytes.
 */
public final class ModelFile {
    private static final byte[] MAGIC = "WEIRSPAM".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER = MAGIC.length + 2 * Integer.BYTES + 3 * Double.BYTES;
    private static final int SIZE = HEADER + Features.BUCKETS + Integer.BYTES;

    private ModelFile() {}

    /** What to write into a file. */
    public static byte[] bytes(LinearModel model) {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(Features.VERSION)
                .putDouble(model.scale())
                .putDouble(model.bias())
                .putDouble(model.threshold())
                .put(model.weights());
        return bytes.putInt(checksum(bytes.array())).array();
    }

    /**
     * The model in a file.
     *
     * @throws ModelFileException when this is another kind of file, was cut or damaged, or belongs to another version
     * @throws IOException when the file cannot be read
     */
    public static LinearModel read(InputStream in) throws IOException {
        byte[] read = in.readNBytes(SIZE + 1);
        ByteBuffer bytes = ByteBuffer.wrap(read);
        byte[] magic = Arrays.copyOf(read, MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new ModelFileException("not a model of weir classifier train");
        }
        if (read.length < HEADER) {
            throw new ModelFileException("cut off after " + read.length + " of " + SIZE + " bytes");
        }
        bytes.position(MAGIC.length);
        checkVersions(bytes.getInt(), bytes.getInt());
        if (read.length != SIZE) {
            throw new ModelFileException(
                    read.length < SIZE
                            ? "cut off after " + read.length + " of " + SIZE + " bytes"
                            : "longer than the " + SIZE + " bytes of a model");
        }
        if (bytes.getInt(SIZE - Integer.BYTES) != checksum(read)) {
            throw new ModelFileException("damaged: its checksum does not match");
        }
        return model(bytes);
    }

    private static void checkVersions(int format, int features) throws ModelFileException {
        if (format != VERSION) {
            throw new ModelFileException(
                    "in version " + format + " of the format; this program reads version " + VERSION);
        }
        if (features != Features.VERSION) {
            throw new ModelFileException("trained for version " + features
                    + " of the features; this program has version " + Features.VERSION + "; train it again");
        }
    }

    private static LinearModel model(ByteBuffer bytes) throws ModelFileException {
        double scale = bytes.getDouble();
        double bias = bytes.getDouble();
        double threshold = bytes.getDouble();
        byte[] weights = new byte[Features.BUCKETS];
        bytes.get(weights);
        try {
            return new LinearModel(weights, scale, bias, threshold);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException("wrong: " + e.getMessage());
        }
    }

    /** Of all but the last four bytes. */
    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, SIZE - Integer.BYTES);
        return (int) crc.getValue();
    }
}
