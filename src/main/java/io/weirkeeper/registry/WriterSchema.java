package io.weirkeeper.registry;

import org.apache.avro.Schema;

/** What a registry has under an id. */
public sealed interface WriterSchema {

    /** A schema to read with. */
    record Known(Schema schema) implements WriterSchema {}

    /**
     * Something that we cannot read with.
     *
     * @param why for people, such as that it is of PROTOBUF
     */
    record Unusable(String why) implements WriterSchema {}

    /** Nothing: the registry says that it does not have the id. */
    record Unknown() implements WriterSchema {}
}
