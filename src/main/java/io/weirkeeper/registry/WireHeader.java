package io.weirkeeper.registry;

import io.weirkeeper.registry.UndecodableRecord.Reason;
import java.io.ByteArrayOutputStream;

/** What stands before the Avro binary: a byte 0, then the id of the schema, 4 bytes, the highest first. */
final class WireHeader {
    static final int LENGTH = 5;
    private static final byte MAGIC = 0;

    private WireHeader() {}

    static void write(int id, ByteArrayOutputStream out) {
        out.write(MAGIC);
        out.write(id >>> 24);
        out.write(id >>> 16);
        out.write(id >>> 8);
        out.write(id);
    }

    /**
     * The id.
     *
     * @throws UndecodableRecord if there is no such header
     */
    static int id(byte[] bytes) {
        if (bytes.length < LENGTH) {
            throw new UndecodableRecord(Reason.NO_HEADER, "fewer than " + LENGTH + " bytes");
        }
        if (bytes[0] != MAGIC) {
            throw new UndecodableRecord(
                    Reason.NO_HEADER, "the first byte is " + (bytes[0] & 0xff) + ", not 0: no id of a schema");
        }
        return (bytes[1] & 0xff) << 24 | (bytes[2] & 0xff) << 16 | (bytes[3] & 0xff) << 8 | (bytes[4] & 0xff);
    }
}
