package io.weirkeeper.registry;

import io.weirkeeper.registry.UndecodableRecord.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;

/**
 * Bytes to records of one type, whichever version of its schema they were written with. What does not fit is found record by record:
 * a newer producer may know a value that we do not, and its other records are good. Thread-safe.
 */
final class AvroDecoder<T> {
    private final RecordType<T> type;
    private final SchemaCache schemas;
    private final ConcurrentMap<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();

    AvroDecoder(RecordType<T> type, SchemaCache schemas) {
        this.type = type;
        this.schemas = schemas;
    }

    T decode(byte[] bytes) {
        int id = WireHeader.id(bytes);
        DatumReader<T> reader = readers.get(id);
        if (reader == null) {
            reader = resolved(id);
            readers.put(id, reader);
        }
        return read(bytes, id, reader);
    }

    private T read(byte[] bytes, int id, DatumReader<T> reader) {
        BinaryDecoder decoder = Scratch.decoder(bytes);
        try {
            @SuppressWarnings("NullAway") // nothing to use again
            T datum = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw undecodable(Reason.MALFORMED, id, "there are bytes after the record");
            }
            return datum;
        } catch (EOFException e) {
            throw undecodable(Reason.TRUNCATED, id, "the bytes end too early");
        } catch (AvroTypeException e) {
            throw undecodable(
                    Reason.NOT_RESOLVABLE, id, "what was written has no counterpart in ours, or lacks what ours needs");
        } catch (UndecodableRecord | SecurityException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw undecodable(Reason.MALFORMED, id, "the bytes are not what their schema says");
        }
    }

    @SuppressWarnings("unchecked") // the type says that its data are of T
    private DatumReader<T> resolved(int id) {
        WriterSchema found = schemas.byId(id);
        if (found instanceof WriterSchema.Known known) {
            if (!isOurs(known.schema())) {
                throw new UndecodableRecord(
                        Reason.OTHER_RECORD,
                        "schema " + id + " is of another record than "
                                + type.schema().getFullName());
            }
            return (DatumReader<T>) type.data().createDatumReader(known.schema(), type.schema());
        }
        if (found instanceof WriterSchema.Unusable unusable) {
            throw new UndecodableRecord(Reason.UNUSABLE_SCHEMA, "schema " + id + ' ' + unusable.why());
        }
        throw new UndecodableRecord(Reason.UNKNOWN_ID, "the registry does not know schema " + id);
    }

    /** As Avro compares records: by name without the namespace, which some producers leave out. */
    private boolean isOurs(Schema written) {
        return written.getType() == Schema.Type.RECORD
                && (written.getName().equals(type.schema().getName())
                        || type.schema().getAliases().contains(written.getFullName()));
    }

    private UndecodableRecord undecodable(Reason reason, int id, String detail) {
        return new UndecodableRecord(
                reason, type.schema().getFullName() + " as written with schema " + id + ": " + detail);
    }
}
