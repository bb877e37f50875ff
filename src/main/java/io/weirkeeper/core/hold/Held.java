package io.weirkeeper.core.hold;

/**
 * A message that waits.
 *
 * @param order of arrival at its gate, over all keys of a task
 */
public record Held(long order, Candidate candidate, Stage stage) {

    /** Since when it has waited in a queue, epoch milliseconds; for one in a burst, since it arrived. */
    public long since() {
        return stage instanceof InQueue queued ? queued.since() : candidate.arrivedAt();
    }

    /** What it waits for. */
    public sealed interface Stage {}

    /**
     * That nothing comes for a while.
     *
     * @param key the fingerprint of what makes messages a burst
     * @param first when the first message of the burst came, epoch milliseconds
     * @param count the place of this message in the burst, from 1
     */
    public record InBurst(long key, long first, int count) implements Stage {}

    /**
     * That the limits have room.
     *
     * @param since epoch milliseconds in the present of the gate
     */
    public record InQueue(long since) implements Stage {}
}
