package io.weirkeeper.topics;

/** Whose clock stamps inbound messages. */
public enum InboundTime {
    /** The broker's, when a message arrives there: nobody can forge it, and a second run gives the same verdicts. */
    ARRIVAL("LogAppendTime"),
    /** The producer's. */
    CREATION("CreateTime");

    private final String timestampType;

    InboundTime(String timestampType) {
        this.timestampType = timestampType;
    }

    /** The value of the topic's message.timestamp.type. */
    String timestampType() {
        return timestampType;
    }
}
