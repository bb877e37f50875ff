package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Due;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.verdict.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was decided: the parts of the state that changed, and what is to happen. An empty part (Activity.EMPTY and so on) is to
 * be erased.
 *
 * @param due when to look at what waits again, if that changed
 */
public record Decision(
        Optional<Activity> activity,
        Optional<Standing> standing,
        Optional<Ledger> ledger,
        Optional<Waiting> waiting,
        Optional<Due> due,
        List<Effect> effects) {

    /** Nothing changes and nothing happens. */
    static final Decision NOTHING = new Decision(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Decision {
        effects = List.copyOf(effects);
    }

    /** Nothing begins or ends to wait. */
    Decision(Optional<Activity> activity, Optional<Standing> standing, Optional<Ledger> ledger, List<Effect> effects) {
        this(activity, standing, ledger, Optional.empty(), Optional.empty(), effects);
    }

    /** Something happens and nothing changes. */
    static Decision of(Effect effect) {
        return new Decision(Optional.empty(), Optional.empty(), Optional.empty(), List.of(effect));
    }

    /** Only the standing changes. */
    static Decision of(Standing standing) {
        return new Decision(Optional.empty(), Optional.of(standing), Optional.empty(), List.of());
    }

    /** The same, and from now on these wait. */
    Decision with(Waiting now) {
        return new Decision(activity, standing, ledger, Optional.of(now), due, effects);
    }

    /** The same, to be looked at again then. */
    Decision with(Due next) {
        return new Decision(activity, standing, ledger, waiting, Optional.of(next), effects);
    }

    /** This, and then another that was decided on what this one left. */
    Decision then(Decision next) {
        List<Effect> both = new ArrayList<>(effects);
        both.addAll(next.effects);
        return new Decision(
                next.activity.or(() -> activity),
                next.standing.or(() -> standing),
                next.ledger.or(() -> ledger),
                next.waiting.or(() -> waiting),
                next.due.or(() -> due),
                both);
    }

    /** The part afterwards, if it differs from what it was. */
    static <T> Optional<T> changed(T before, T after) {
        return before.equals(after) ? Optional.empty() : Optional.of(after);
    }
}
