/** Avro in the Confluent wire format, and the schema registry that knows the schemas. */
@NullMarked
package io.weirkeeper.registry;

import org.jspecify.annotations.NullMarked;
