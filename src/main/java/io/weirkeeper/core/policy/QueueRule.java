package io.weirkeeper.core.policy;

/**
 * How many messages may wait under one key of a gate, and for how long.
 *
 * @param maxWait milliseconds
 */
public record QueueRule(int capacity, long maxWait) {

    /** A hundred messages, ten minutes. */
    public static final QueueRule DEFAULT = new QueueRule(100, 10 * 60 * 1000);

    public QueueRule {
        if (capacity < 1 || maxWait < 1) {
            throw new IllegalArgumentException("a queue needs room and time, not " + capacity + ", " + maxWait);
        }
    }
}
