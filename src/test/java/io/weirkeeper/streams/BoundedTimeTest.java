package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.HandClock;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time that a producer made up is believed within bounds: an hour behind its partition, 5 seconds ahead of the wall clock. */
class BoundedTimeTest {
    private static final String NOON = "2026-03-02T12:00:00.000Z";

    @ParameterizedTest
    @CsvSource({
        // stamp, latest time of the partition, believed
        "2026-03-02T11:59:58.000Z, 2026-03-02T11:59:59.000Z, 2026-03-02T11:59:58.000Z",
        "2026-03-02T10:59:59.000Z, 2026-03-02T11:59:59.000Z, 2026-03-02T10:59:59.000Z",
        "2026-03-02T10:59:58.999Z, 2026-03-02T11:59:59.000Z, 2026-03-02T10:59:59.000Z",
        "1970-01-01T00:00:00.000Z, 2026-03-02T11:59:59.000Z, 2026-03-02T10:59:59.000Z",
        "1969-12-31T23:59:59.999Z, 2026-03-02T11:59:59.000Z, 2026-03-02T10:59:59.000Z",
        "2026-03-02T12:00:05.000Z, 2026-03-02T11:59:59.000Z, 2026-03-02T12:00:05.000Z",
        "2026-03-02T12:00:05.001Z, 2026-03-02T11:59:59.000Z, 2026-03-02T12:00:05.000Z",
        "2100-01-01T00:00:00.000Z, 2026-03-02T11:59:59.000Z, 2026-03-02T12:00:05.000Z",
        "+292278994-08-17T07:12:55.807Z, 2026-03-02T11:59:59.000Z, 2026-03-02T12:00:05.000Z",
        // the first record of a partition has nothing to be behind
        "1970-01-01T00:00:00.000Z, , 1970-01-01T00:00:00.000Z",
        "1969-12-31T23:59:59.999Z, , 1970-01-01T00:00:00.000Z",
        "2100-01-01T00:00:00.000Z, , 2026-03-02T12:00:05.000Z",
    })
    void isTheStampWithinTheBounds(Instant stamp, @Nullable Instant partitionTime, Instant believed) {
        BoundedTime time = new BoundedTime(TimeBounds.DEFAULT, new HandClock(millis(NOON)));
        long latest =
                Optional.ofNullable(partitionTime).map(Instant::toEpochMilli).orElse(-1L);

        assertThat(Instant.ofEpochMilli(time.extract(record(stamp.toEpochMilli()), latest)))
                .isEqualTo(believed);
    }

    @Test
    void aForgedTimeMovesTheGateNoFurtherThanTheBounds() {
        long noon = millis(NOON);
        try (DrivenGate gate = new DrivenGate(PolicyText.valid("name: any"), noon)) {
            gate.send(TOPICS.inboundMessages(), "a", Json.message("1", "a", "honest"), noon - 2_000);
            gate.send(TOPICS.inboundMessages(), "b", Json.message("2", "b", "2100"), millis("2100-01-01T00:00:00Z"));
            gate.send(TOPICS.inboundMessages(), "c", Json.message("3", "c", "1970"), 0);
            gate.send(TOPICS.inboundMessages(), "d", Json.message("4", "d", "honest"), noon);

            assertThat(gate.read(TOPICS.allowedMessages()))
                    .extracting(
                            allowed -> Instant.ofEpochMilli(allowed.timestamp()).toString())
                    .containsExactly(
                            "2026-03-02T11:59:58Z",
                            "2026-03-02T12:00:05Z",
                            "2026-03-02T11:00:05Z",
                            "2026-03-02T12:00:00Z");
        }
    }

    private static ConsumerRecord<Object, Object> record(long stamp) {
        return new ConsumerRecord<>(
                "inbound-messages",
                0,
                0,
                stamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());
    }

    private static long millis(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }
}
