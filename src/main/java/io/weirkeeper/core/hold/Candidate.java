package io.weirkeeper.core.hold;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.Tier;
import java.util.List;
import java.util.OptionalLong;

/**
 * A message on its way through the gates, with what the gates before found.
 *
 * @param message as it came, or merged out of several
 * @param tier of its subject at the sender gate
 * @param rank its priority, 0 to 9, or {@link #TRUSTED_RANK}
 * @param arrivedAt when the message that gives the id arrived, epoch milliseconds
 * @param flags ids of the rules that matched in shadow mode
 * @param absorbed ids of the messages that were merged into it
 * @param noticeAt when its subject was last given a notice, epoch milliseconds
 */
public record Candidate(
        Message message,
        Tier tier,
        int rank,
        long arrivedAt,
        List<String> flags,
        List<String> absorbed,
        OptionalLong noticeAt) {

    /** Messages of trusted subjects go before all others. */
    public static final int TRUSTED_RANK = Message.HIGHEST_PRIORITY + 1;

    /** The same with what a gate has found. */
    public Candidate flagged(List<String> all) {
        return new Candidate(message, tier, rank, arrivedAt, all, absorbed, noticeAt);
    }

    /** How long it has been held if it is decided then, in milliseconds. */
    public long heldUntil(long decidedAt) {
        return Math.max(0, decidedAt - arrivedAt);
    }

    public Candidate {
        if (rank < 0 || rank > TRUSTED_RANK) {
            throw new IllegalArgumentException("rank must be 0 to " + TRUSTED_RANK + ", not " + rank);
        }
        flags = List.copyOf(flags);
        absorbed = List.copyOf(absorbed);
    }
}
