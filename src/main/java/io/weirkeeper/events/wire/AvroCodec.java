package io.weirkeeper.events.wire;

import io.weirkeeper.events.InboundMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * Avro binary of one generated class, without any header. Thread-safe. Everything that reads or writes Avro goes
 * through here: Avro instantiates only classes that it was told to trust, and that is done when this class is loaded.
 */
@SuppressWarnings("LockOnNonEnclosingClassLiteral") // shared with io.weirkeeper.registry
final class AvroCodec<T extends SpecificRecord> {
    static {
        String generated = InboundMessage.class.getPackageName();
        // The lock is the one that io.weirkeeper.registry takes: the list has no atomic change.
        synchronized (ClassSecurityValidator.class) {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                    ClassSecurityValidator.getGlobal(),
                    type -> type.getPackageName().equals(generated)));
        }
    }

    private static final ThreadLocal<Buffers> BUFFERS = ThreadLocal.withInitial(Buffers::new);

    private final SpecificDatumWriter<T> writer;
    private final SpecificDatumReader<T> reader;

    /** A codec that reads what was written with the present schema of the class. */
    AvroCodec(Class<T> type) {
        SpecificData data = SpecificData.getForClass(type);
        Schema schema = data.getSchema(type);
        this.writer = new SpecificDatumWriter<>(schema, data);
        this.reader = new SpecificDatumReader<>(schema, schema, data);
    }

    void write(T datum, ByteArrayOutputStream out) {
        Buffers buffers = BUFFERS.get();
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, buffers.encoder);
            buffers.encoder = encoder;
            writer.write(datum, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    /**
     * Reads the datum that takes up all bytes from there on.
     *
     * @throws IOException if the bytes are not exactly one datum
     */
    T read(byte[] bytes, int from) throws IOException {
        Buffers buffers = BUFFERS.get();
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, buffers.decoder);
        buffers.decoder = decoder;
        try {
            T datum = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new IOException("bytes after the datum");
            }
            return datum;
        } catch (RuntimeException e) {
            throw new IOException("not the Avro binary of " + reader.getSchema().getName(), e);
        }
    }

    /** What Avro takes back to use again; one for each thread. */
    private static final class Buffers {
        @Nullable
        BinaryEncoder encoder;

        @Nullable
        BinaryDecoder decoder;
    }
}
