package io.weirkeeper.streams.store;

import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.core.verdict.Transfer;
import io.weirkeeper.core.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** Which of the decisions of a gate are counted under the key of the subject. */
@FunctionalInterface
public interface Reckoning {

    /** None: what wider gates decide is not counted by their keys. */
    Reckoning NONE = (before, effects) -> before;

    /** What the sender gate decides: also that it lets a message on to another gate, but not what bypasses its rules. */
    Reckoning OF_SENDERS = Reckoning::withEach;

    /** What has been counted after these effects. */
    Tally after(Tally before, List<Effect> effects);

    private static Tally withEach(Tally before, List<Effect> effects) {
        Tally tally = before;
        for (int i = 0; i < effects.size(); i++) {
            tally = with(tally, effects.get(i));
        }
        return tally;
    }

    private static Tally with(Tally tally, Effect effect) {
        if (effect instanceof Allowed allowed && allowed.bypass().equals(Optional.of(Allowed.ADMIN))) {
            return tally;
        } else if (effect instanceof Verdict verdict) {
            return tally.plus(verdict);
        }
        return effect instanceof Transfer transfer ? tally.plusAllowed(transfer.at()) : tally;
    }
}
