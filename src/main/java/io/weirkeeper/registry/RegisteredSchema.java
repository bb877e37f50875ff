package io.weirkeeper.registry;

import org.apache.avro.Schema;

/**
 * One version of a subject.
 *
 * @param id of the schema, the same in all subjects that have it
 * @param version in the subject, from 1
 */
public record RegisteredSchema(String subject, int id, int version, Schema schema) {}
