package io.weirkeeper.events.wire;

/**
 * Where a record was read.
 *
 * @param timestamp of the record, epoch milliseconds
 */
public record RecordOrigin(String topic, int partition, long offset, long timestamp) {

    /** The id of a record that brings none: topic-partition-offset. */
    public String id() {
        return topic + '-' + partition + '-' + offset;
    }
}
