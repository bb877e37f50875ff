package io.weirkeeper.registry;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * A record as we write it and want to read it.
 *
 * @param schema ours, with what Java needs to know
 * @param data how Avro makes it and looks into it
 */
@SuppressWarnings("UnusedTypeParameter") // it says what the data make
record RecordType<T>(Schema schema, GenericData data) {
    private static final Set<String> TRUSTED = new HashSet<>();

    /** Of a class that Avro generated; from now on Avro may instantiate the classes of its package. */
    static <T extends SpecificRecord> RecordType<T> of(Class<T> type) {
        trust(type.getPackageName());
        SpecificData data = SpecificData.getForClass(type);
        return new RecordType<>(data.getSchema(type), data);
    }

    /** Of any record schema, without classes. */
    static RecordType<GenericRecord> of(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new IllegalArgumentException("schema must be of a record, not " + schema.getType());
        }
        return new RecordType<>(schema, new GenericData());
    }

    /** Avro's list is the process's own and has no atomic change: whoever else adds to it should hold the same lock. */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral")
    private static void trust(String generated) {
        synchronized (ClassSecurityValidator.class) {
            if (TRUSTED.add(generated)) {
                ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                        ClassSecurityValidator.getGlobal(),
                        type -> type.getPackageName().equals(generated)));
            }
        }
    }
}
