package io.weirkeeper.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.HandClock;
import io.weirkeeper.scenario.PolicyText;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;

/** Another name here is another topic or another state on the brokers of those who upgrade: it needs a reset. */
class TopologyShapeTest {
    private static final String SHAPE = """
            Topologies:
               Sub-topology: 0
                Source: control-source (topics: [gate-control])
                  --> control-intake
                Source: inbound-source (topics: [inbound-messages])
                  --> message-intake
                Processor: control-intake (stores: [])
                  --> intake, dead-letters-sink
                  <-- control-source
                Processor: message-intake (stores: [])
                  --> intake, dead-letters-sink
                  <-- inbound-source
                Processor: intake (stores: [])
                  --> placement
                  <-- message-intake, control-intake
                Processor: placement (stores: [])
                  --> misplaced-repartition-filter, arrivals
                  <-- intake
                Source: misplaced-repartition-source (topics: [misplaced-repartition])
                  --> arrivals
                Processor: arrivals (stores: [])
                  --> sender-gate
                  <-- placement, misplaced-repartition-source
                Processor: sender-gate (stores: [standing, activity, violations])
                  --> allowed-sink, blocked-sink, penalties-sink
                  <-- arrivals
                Processor: misplaced-repartition-filter (stores: [])
                  --> misplaced-repartition-sink
                  <-- placement
                Sink: allowed-sink (topic: allowed-messages)
                  <-- sender-gate
                Sink: blocked-sink (topic: blocked-messages)
                  <-- sender-gate
                Sink: dead-letters-sink (topic: dead-letter-messages)
                  <-- message-intake, control-intake
                Sink: misplaced-repartition-sink (topic: misplaced-repartition)
                  <-- misplaced-repartition-filter
                Sink: penalties-sink (topic: sender-penalties)
                  <-- sender-gate

            """;

    @Test
    void nodesTopicsAndStoresKeepTheirNames() {
        String description = DrivenGate.topology(
                        PolicyText.valid("name: any"), 12, StoreLayout.DEFAULT_LONGEST_WINDOW, new HandClock(0))
                .get()
                .describe()
                .toString();

        assertThat(description).isEqualTo(SHAPE);
    }

    @Test
    void everyStoreHasAChangelog() {
        Map<String, Boolean> logged = new StoreLayout(Duration.ofHours(1), TimeBounds.DEFAULT)
                .builders().stream().collect(Collectors.toMap(StoreBuilder::name, StoreBuilder::loggingEnabled));

        assertThat(logged).isEqualTo(Map.of("activity", true, "violations", true, "standing", true));
    }
}
