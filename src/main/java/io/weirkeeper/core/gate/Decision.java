package io.weirkeeper.core.gate;

import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.verdict.Effect;
import java.util.List;
import java.util.Optional;

/**
 * What was decided: the parts of the state that changed, and what is to happen. An empty part (Activity.EMPTY and so on) is to
 * be erased.
 */
public record Decision(
        Optional<Activity> activity, Optional<Standing> standing, Optional<Ledger> ledger, List<Effect> effects) {

    public Decision {
        effects = List.copyOf(effects);
    }

    /** Something happens and nothing changes. */
    static Decision of(Effect effect) {
        return new Decision(Optional.empty(), Optional.empty(), Optional.empty(), List.of(effect));
    }

    /** The part afterwards, if it differs from what it was. */
    static <T> Optional<T> changed(T before, T after) {
        return before.equals(after) ? Optional.empty() : Optional.of(after);
    }
}
