package io.weirkeeper.registry;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;

/** Makes the serdes of one registry; they share what it said. */
public final class RegistrySerdes {
    private final SchemaCache schemas;
    private final SubjectNaming naming;

    public RegistrySerdes(SchemaCache schemas, SubjectNaming naming) {
        this.schemas = schemas;
        this.naming = naming;
    }

    /**
     * Serdes by the settings; the registry need not be there yet.
     *
     * @throws IOException if a store of certificates or keys cannot be read; the message names it
     */
    public static RegistrySerdes open(RegistrySettings settings) throws IOException {
        RegistryClient client = RegistryClient.open(settings, CallLimits.DEFAULT);
        return new RegistrySerdes(new SchemaCache(client, settings.registration()), settings.naming());
    }

    /** For a class that Avro generated; Avro may instantiate the classes of its package from then on. */
    public <T extends SpecificRecord> RegistrySerde<T> of(Class<T> type) {
        return new RegistrySerde<>(RecordType.of(type), schemas, naming);
    }

    /**
     * For records without a class, read and written with this schema.
     *
     * @throws IllegalArgumentException if it is not the schema of a record
     */
    public RegistrySerde<GenericRecord> of(Schema schema) {
        return new RegistrySerde<>(RecordType.of(schema), schemas, naming);
    }
}
