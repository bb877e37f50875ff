package io.weirkeeper.dev;

import java.nio.file.Path;
import java.util.Map;

/** The Kafka settings of a single node that is broker and controller at once, small and quick to start. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String BROKER_LISTENER = "PLAINTEXT";
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerSettings() {}

    static Map<String, String> of(Path logDirectory, int brokerPort, int controllerPort) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", String.valueOf(NODE_ID)),
                Map.entry(
                        "listeners",
                        listener(BROKER_LISTENER, brokerPort) + "," + listener(CONTROLLER_LISTENER, controllerPort)),
                Map.entry("advertised.listeners", listener(BROKER_LISTENER, brokerPort)),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", BROKER_LISTENER),
                Map.entry("controller.listener.names", CONTROLLER_LISTENER),
                // Static voters: dynamic ones would be stored with their port, which is another one at the next start.
                Map.entry("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort),
                Map.entry("log.dirs", logDirectory.toString()),

                // There is one node, so nothing can be replicated.
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),

                // Quick to start: no waiting for more group members, and a killed broker is soon taken for gone. Not at
                // once: on a busy machine one may stand still for a second, and while it is fenced no topic can be
                // made.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "200"),
                Map.entry("server.max.startup.time.ms", "60000"), // the default waits forever

                // Small: few internal partitions and threads, and a cleaner buffer of 2 instead of 128 MiB.
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
                Map.entry("metric.reporters", ""),

                // A misspelt topic is an error, not a new topic; big records are for the topic to refuse.
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("message.max.bytes", String.valueOf(4 * 1024 * 1024)));
    }

    private static String listener(String name, int port) {
        return name + "://127.0.0.1:" + port;
    }
}
