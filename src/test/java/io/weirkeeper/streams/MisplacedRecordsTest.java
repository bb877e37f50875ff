package io.weirkeeper.streams;

import static io.weirkeeper.scenario.DrivenGate.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/**
 * Records that lie on another partition than their subject's. The driver has partition 0 only: with three partitions in the
 * topology, a subject of the other two is misplaced there.
 */
class MisplacedRecordsTest {
    private static final int PARTITIONS = 3;
    private static final long NOON = 1_772_452_800_000L;
    private static final String REPARTITION_TOPIC = "driven-gate-misplaced-repartition";
    private static final Policy POLICY = PolicyText.valid("""
            duplicates: {window: 10s}
            limits: [{id: sender, per: [sender], allow: 2 per 1m, strikes: 1}]
            penalties: {ladder: [{at: 1, do: timeout, for: 5m}]}
            notices: {language: en}
            """);

    @Test
    void aMisplacedRecordGetsTheVerdictThatItWouldGetInItsPlace() {
        String misplaced = subjectOn(1);

        assertThat(verdicts(misplaced, PARTITIONS)).hasSize(5).isEqualTo(verdicts(misplaced, 1));
    }

    @Test
    void onlyMisplacedRecordsTakeTheRoadAroundAndAreCounted() {
        try (DrivenGate gate = gate(PARTITIONS)) {
            gate.message(subjectOn(0), Json.message("1", subjectOn(0), "hi"), NOON);
            assertThat(gate.driver().producedTopicNames()).doesNotContain(REPARTITION_TOPIC);
            assertThat(rerouted(gate)).isZero();

            gate.message(subjectOn(2), Json.message("2", subjectOn(2), "hi"), NOON);
            gate.control(subjectOn(1), Json.control("trust", subjectOn(1)), NOON);
            assertThat(gate.driver().producedTopicNames()).contains(REPARTITION_TOPIC);
            assertThat(rerouted(gate)).isEqualTo(2);
        }
    }

    @Test
    void whereARecordBelongsIsToldByItsSubjectNotByItsKey() {
        String inPlace = subjectOn(0);
        try (DrivenGate gate = gate(PARTITIONS)) {
            byte[] value = Utils.utf8(Json.message("1", inPlace, "hi"));
            gate.send(TOPICS.inboundMessages(), Utils.utf8(subjectOn(1)), value, new RecordHeaders(), NOON);
            gate.send(TOPICS.inboundMessages(), null, value, new RecordHeaders(), NOON);

            assertThat(rerouted(gate)).isZero();
            assertThat(gate.read(TOPICS.allowedMessages()))
                    .extracting(allowed -> Utils.utf8(allowed.key()))
                    .containsExactly(inPlace);
            assertThat(gate.values(TOPICS.blockedMessages()))
                    .singleElement()
                    .asString()
                    .contains("REDELIVERED");
        }
    }

    @Test
    void aMisplacedRecordKeepsItsHeadersAndItsBoundedTime() {
        String misplaced = subjectOn(1);
        try (DrivenGate gate = gate(PARTITIONS)) {
            RecordHeaders headers = new RecordHeaders();
            headers.add("trace", new byte[] {1, 2});
            byte[] value = Utils.utf8(Json.message("1", misplaced, "hi"));
            gate.send(TOPICS.inboundMessages(), null, value, headers, NOON + 3_600_000);

            assertThat(gate.read(TOPICS.allowedMessages())).singleElement().satisfies(allowed -> {
                assertThat(allowed.timestamp()).isEqualTo(NOON + 5_000);
                assertThat(allowed.headers().lastHeader("trace").value()).containsExactly(1, 2);
            });
        }
    }

    /** Every kind of output for one sender, with what its time and key say. */
    private static List<String> verdicts(String sender, int partitions) {
        List<String> seen = new ArrayList<>();
        try (DrivenGate gate = gate(partitions)) {
            gate.message(sender, Json.message("1", sender, "one"), NOON);
            gate.message(sender, Json.message("2", sender, "one"), NOON + 1);
            gate.message(sender, Json.message("3", sender, "two"), NOON + 2);
            gate.message(sender, Json.message("4", sender, "three"), NOON + 3);
            gate.control(sender, Json.control("pardon", sender), NOON + 4);
            gate.message(sender, Json.message("5", sender, "four"), NOON + 60_000);
            TOPICS.verdicts()
                    .forEach(topic -> gate.read(topic)
                            .forEach(record -> seen.add(topic + " " + Utils.utf8(record.key()) + " "
                                    + record.timestamp() + " " + Utils.utf8(record.value()))));
        }
        return seen;
    }

    private static DrivenGate gate(int partitions) {
        return new DrivenGate(POLICY, NOON, partitions, StoreLayout.DEFAULT_LONGEST_WINDOW);
    }

    /** A subject that Kafka's default partitioner puts there. */
    private static String subjectOn(int partition) {
        int i = 0;
        while (Utils.toPositive(Utils.murmur2(Utils.utf8("+1555010" + i))) % PARTITIONS != partition) {
            i++;
        }
        return "+1555010" + i;
    }

    private static double rerouted(DrivenGate gate) {
        return gate.driver().metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("rerouted-total"))
                .map(Metric::metricValue)
                .mapToDouble(value -> (double) value)
                .sum();
    }
}
