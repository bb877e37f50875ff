package io.weirkeeper.streams;

/** The names of all nodes and stores of the topology. Changing one needs a reset of the application. */
public final class Nodes {
    public static final String ACTIVITY = "activity";
    public static final String VIOLATIONS = "violations";
    public static final String STANDING = "standing";
    public static final String HELD = "held";
    public static final String STATS = "stats";
    public static final String WIDER_ACTIVITY = "wider-activity";
    public static final String WIDER_STANDING = "wider-standing";
    public static final String WIDER_HELD = "wider-held";
    public static final String WIDER_STATS = "wider-stats";
    /** A global store: every instance has all of it. */
    public static final String LISTS = "lists";

    /** Global too, and always empty: what comes on its topic is the live policy. */
    static final String POLICIES = "policies";

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
    static final Outlets SENDER_OUTLETS = Outlets.of(SENDER_GATE);
    static final String DEAD_LETTERS_SINK = "dead-letters-sink";
    static final String ORDERS_SINK = "orders-sink";

    static final String TRANSFERS_SOURCE = "transfers-source";
    static final String WIDER_GATES = "wider-gates";
    static final Outlets WIDER_OUTLETS = Outlets.of(WIDER_GATES);
    static final String LISTS_SINK = "lists-sink";

    static final String REPORTS_SOURCE = "reports-source";
    static final String REPORTS_INTAKE = "reports-intake";
    static final String REPORTS_SINK = "reports-sink";
    static final String REPORTS_DEAD_LETTERS_SINK = "reports-dead-letters-sink";

    static final String LISTS_SOURCE = "lists-source";
    static final String LISTS_READER = "lists-reader";

    static final String POLICIES_FEED = "policies-feed";

    private Nodes() {}
}
