package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.standing.Tier;
import java.util.List;
import java.util.Optional;

/**
 * What the sender gate knows of a subject at a time.
 *
 * @param at epoch milliseconds; not before the subject's latest message
 * @param standing what holds of it then
 * @param listed what the policy says of it
 * @param strikes how many are on its ledger then
 * @param violations those strikes, one entry for each violation, oldest first
 * @param episodes those that are running
 * @param waiting its messages that wait
 * @param limits all of this gate, in the order of the policy
 */
public record SubjectView(
        long at,
        Tier tier,
        Standing standing,
        Listed listed,
        int strikes,
        List<Ledger.Strike> violations,
        List<Episode> episodes,
        Waiting waiting,
        List<LimitUsage> limits) {

    /** On which lists of the policy the subject stands. */
    public record Listed(boolean blocked, boolean trusted, boolean admin) {}

    /**
     * A time during which further offences against a rule are the same violation.
     *
     * @param rule its id, unless the policy in force has no such rule any more
     * @param until epoch milliseconds, exclusive
     */
    public record Episode(Optional<String> rule, long until) {}

    public SubjectView {
        violations = List.copyOf(violations);
        episodes = List.copyOf(episodes);
        limits = List.copyOf(limits);
    }
}
