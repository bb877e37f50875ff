package io.weirkeeper.streams;

/** The names of all nodes and stores of the topology. Changing one needs a reset of the application. */
public final class Nodes {
    public static final String ACTIVITY = "activity";
    public static final String VIOLATIONS = "violations";
    public static final String STANDING = "standing";

    static final String INBOUND_SOURCE = "inbound-source";
    static final String CONTROL_SOURCE = "control-source";
    static final String MESSAGE_INTAKE = "message-intake";
    static final String CONTROL_INTAKE = "control-intake";
    static final String INTAKE = "intake";
    static final String PLACEMENT = "placement";
    static final String MISPLACED = "misplaced";
    /** Made by Kafka Streams of the name of the repartition topic. */
    static final String MISPLACED_FILTER = MISPLACED + "-repartition-filter";

    static final String ARRIVALS = "arrivals";
    static final String SENDER_GATE = "sender-gate";
    static final String ALLOWED_SINK = "allowed-sink";
    static final String BLOCKED_SINK = "blocked-sink";
    static final String PENALTIES_SINK = "penalties-sink";
    static final String DEAD_LETTERS_SINK = "dead-letters-sink";

    private Nodes() {}
}
