package io.weirkeeper.streams;

import io.weirkeeper.core.gate.TimeBounds;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Believes the time of a record within bounds, against its own source partition. */
record BoundedTime(TimeBounds bounds, Time clock) implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return bounds.clamp(record.timestamp(), partitionTime, clock.milliseconds());
    }
}
