package io.weirkeeper.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** What one thread uses again for each record. */
final class Scratch {
    /** In bytes; what a larger record has needed is given back. */
    private static final int LARGEST_KEPT = 1024 * 1024;

    private static final ThreadLocal<Scratch> MINE = ThreadLocal.withInitial(Scratch::new);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    private @Nullable BinaryDecoder decoder;

    private Scratch() {}

    /**
     * The header and the binary of one record.
     *
     * @throws IOException never: memory does not fail
     * @throws RuntimeException if the record does not fit its schema
     */
    static <T> byte[] write(int id, T datum, DatumWriter<T> writer) throws IOException {
        Scratch scratch = MINE.get();
        boolean reusable = false;
        try {
            scratch.out.reset();
            WireHeader.write(id, scratch.out);
            writer.write(datum, scratch.encoder);
            scratch.encoder.flush();
            reusable = scratch.out.size() <= LARGEST_KEPT;
            return scratch.out.toByteArray();
        } finally {
            // After a failure the encoder holds half a record.
            if (!reusable) {
                MINE.remove();
            }
        }
    }

    /** Reads what follows the header. */
    static BinaryDecoder decoder(byte[] bytes) {
        Scratch scratch = MINE.get();
        BinaryDecoder decoder = DecoderFactory.get()
                .binaryDecoder(bytes, WireHeader.LENGTH, bytes.length - WireHeader.LENGTH, scratch.decoder);
        scratch.decoder = decoder;
        return decoder;
    }
}
