package io.weirkeeper.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.HandClock;
import io.weirkeeper.scenario.PolicyText;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;

/** Another name here is another topic or another state on the brokers of those who upgrade: it needs a reset. */
class TopologyShapeTest {
    private static final String SHAPE = """
            Topologies:
               Sub-topology: 0 for global store (will not generate tasks)
                Source: lists-source-source (topics: [gate-lists])
                  --> lists-source
                Processor: lists-source (stores: [lists])
                  --> none
                  <-- lists-source-source
              Sub-topology: 1
                Source: control-source (topics: [gate-control])
                  --> control-intake
                Processor: control-intake (stores: [])
                  --> intake, dead-letters-sink, orders-sink
                  <-- control-source
                Source: inbound-source (topics: [inbound-messages])
                  --> message-intake
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
                Processor: sender-gate (stores: [standing, activity, held, stats, violations])
                  --> sender-gate-allowed-sink, sender-gate-blocked-sink, sender-gate-debounced-sink, sender-gate-penalties-sink, sender-gate-transfers-sink
                  <-- arrivals
                Processor: misplaced-repartition-filter (stores: [])
                  --> misplaced-repartition-sink
                  <-- placement
                Sink: dead-letters-sink (topic: dead-letter-messages)
                  <-- message-intake, control-intake
                Sink: misplaced-repartition-sink (topic: misplaced-repartition)
                  <-- misplaced-repartition-filter
                Sink: orders-sink (topic: gate-transfers)
                  <-- control-intake
                Sink: sender-gate-allowed-sink (topic: allowed-messages)
                  <-- sender-gate
                Sink: sender-gate-blocked-sink (topic: blocked-messages)
                  <-- sender-gate
                Sink: sender-gate-debounced-sink (topic: debounced-messages)
                  <-- sender-gate
                Sink: sender-gate-penalties-sink (topic: sender-penalties)
                  <-- sender-gate
                Sink: sender-gate-transfers-sink (topic: gate-transfers)
                  <-- sender-gate

              Sub-topology: 2
                Source: transfers-source (topics: [gate-transfers])
                  --> wider-gates
                Processor: wider-gates (stores: [wider-activity, wider-held, wider-standing, wider-stats])
                  --> lists-sink, wider-gates-allowed-sink, wider-gates-blocked-sink, wider-gates-penalties-sink, wider-gates-transfers-sink
                  <-- transfers-source
                Sink: lists-sink (topic: gate-lists)
                  <-- wider-gates
                Sink: wider-gates-allowed-sink (topic: allowed-messages)
                  <-- wider-gates
                Sink: wider-gates-blocked-sink (topic: blocked-messages)
                  <-- wider-gates
                Sink: wider-gates-penalties-sink (topic: sender-penalties)
                  <-- wider-gates
                Sink: wider-gates-transfers-sink (topic: gate-transfers)
                  <-- wider-gates

              Sub-topology: 3
                Source: reports-source (topics: [delivery-reports])
                  --> reports-intake
                Processor: reports-intake (stores: [])
                  --> reports-dead-letters-sink, reports-sink
                  <-- reports-source
                Sink: reports-dead-letters-sink (topic: dead-letter-messages)
                  <-- reports-intake
                Sink: reports-sink (topic: gate-transfers)
                  <-- reports-intake

              Sub-topology: 4 for global store (will not generate tasks)
                Source: policies-feed-source (topics: [gate-policies])
                  --> policies-feed
                Processor: policies-feed (stores: [policies])
                  --> none
                  <-- policies-feed-source
            """;

    @Test
    void nodesTopicsAndStoresKeepTheirNames() {
        String description = DrivenGate.topology(
                        DrivenGate.live(PolicyText.valid("name: any")),
                        12,
                        StoreLayout.DEFAULT_LONGEST_WINDOW,
                        new HandClock(0))
                .get()
                .describe()
                .toString();

        assertThat(description).isEqualTo(SHAPE);
    }

    @Test
    void everyStoreHasAChangelog() {
        Map<String, Boolean> logged = Stream.of(new StoreLayout(Duration.ofHours(1), TimeBounds.DEFAULT))
                .flatMap(layout -> Stream.concat(layout.senderBuilders().stream(), layout.widerBuilders().stream()))
                .collect(Collectors.toMap(StoreBuilder::name, StoreBuilder::loggingEnabled));

        assertThat(logged)
                .isEqualTo(Map.of(
                        "activity", true,
                        "violations", true,
                        "standing", true,
                        "held", true,
                        "wider-activity", true,
                        "wider-standing", true,
                        "wider-held", true,
                        "stats", true,
                        "wider-stats", true));
    }
}
