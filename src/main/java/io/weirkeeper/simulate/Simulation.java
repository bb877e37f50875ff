package io.weirkeeper.simulate;

import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.Moment;
import io.weirkeeper.core.gate.SenderGate;
import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.verdict.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sender gate with its state in memory, as one partition would run it. There is no wall clock: the latest time read so far is
 * the present. The same input always gives the same effects.
 */
public final class Simulation {
    private final SenderGate gate;
    private final TimeBounds bounds;
    private final Map<String, Known> subjects = new HashMap<>();
    private long present = -1;

    public Simulation(Policy policy, TimeBounds bounds) {
        this.gate = new SenderGate(policy);
        this.bounds = bounds;
    }

    /** The subject of a message under the policy; a message without one cannot be judged. */
    public Optional<String> subject(Message message) {
        return gate.subject(message);
    }

    /**
     * Judges a message.
     *
     * @param stamp epoch milliseconds
     */
    public List<Effect> judge(Message message, long stamp) {
        Moment moment = moment(stamp);
        String subject = subject(message).orElseThrow();
        Known known = subjects.getOrDefault(subject, Known.NOTHING);
        return apply(subject, known, gate.decide(message, known, moment));
    }

    /**
     * Does what an operator says.
     *
     * @param stamp epoch milliseconds
     */
    public List<Effect> obey(ControlEvent event, long stamp) {
        Moment moment = moment(stamp);
        Known known = subjects.getOrDefault(event.subject(), Known.NOTHING);
        return apply(event.subject(), known, gate.decide(event, known, moment));
    }

    private Moment moment(long stamp) {
        long time = bounds.clamp(stamp, present, Math.max(stamp, present));
        present = Math.max(present, time);
        return new Moment(time, present);
    }

    private List<Effect> apply(String subject, Known before, Decision decision) {
        subjects.put(
                subject,
                new Known(
                        decision.activity().orElse(before.activity()),
                        decision.standing().orElse(before.standing()),
                        decision.ledger().orElse(before.ledger())));
        return decision.effects();
    }
}
