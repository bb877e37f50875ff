package io.weirkeeper.simulate;

import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.Lists;
import io.weirkeeper.core.gate.Moment;
import io.weirkeeper.core.gate.SenderGate;
import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.core.gate.WiderGate;
import io.weirkeeper.core.hold.Agenda;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.core.verdict.Transfer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All gates with their state in memory, as one partition would run them. There is no wall clock: the latest time read so far is
 * the present. The same input always gives the same effects.
 */
public final class Simulation {
    private final SenderGate gate;
    private final Map<GateKind, WiderGate> wider = new EnumMap<>(GateKind.class);
    private final TimeBounds bounds;
    private final Map<Place, Known> known = new HashMap<>();
    private final Agenda<Place> agenda = new Agenda<>();
    private long present = -1;
    private long now = -1;
    private long order;

    /** A key of a gate. */
    private record Place(GateKind gate, String value) {
        private static final Place GLOBAL = new Place(GateKind.GLOBAL, "");
    }

    public Simulation(Policy policy, TimeBounds bounds) {
        this.gate = new SenderGate(policy, new OwnLists());
        for (GateKind kind : GateKind.values()) {
            if (kind != GateKind.SUBJECT) {
                wider.put(kind, new WiderGate(kind, policy, new OwnLists()));
            }
        }
        this.bounds = bounds;
    }

    /** The subject of a message under the policy; a message without one cannot be judged. */
    public Optional<String> subject(Message message) {
        return gate.subject(message);
    }

    /**
     * Releases what is due at a time.
     *
     * @param stamp epoch milliseconds
     */
    public List<Effect> advance(long stamp) {
        clamp(stamp);
        List<Effect> effects = release(present);
        now = present;
        return effects;
    }

    /**
     * What the checks of the sender gate have to say of a message at a time to which it was advanced, see {@link SenderGate#explain}.
     *
     * @param stamp epoch milliseconds
     */
    public List<String> explain(Message message, long stamp) {
        Place place = new Place(GateKind.SUBJECT, subject(message).orElseThrow());
        return gate.explain(message, known(place), new Moment(clamp(stamp), present));
    }

    /**
     * Releases what was due before, and judges a message.
     *
     * @param stamp epoch milliseconds
     */
    public List<Effect> judge(Message message, long stamp) {
        Place place = new Place(GateKind.SUBJECT, subject(message).orElseThrow());
        List<Effect> effects = advance(stamp);
        Moment moment = moment(stamp);
        apply(place, gate.decide(message, known(place), moment), moment, effects);
        return effects;
    }

    /**
     * Releases what was due before, and does what an operator says.
     *
     * @param stamp epoch milliseconds
     */
    public List<Effect> obey(ControlEvent event, long stamp) {
        List<Effect> effects = advance(stamp);
        Moment moment = moment(stamp);
        Place place = event.subject()
                .map(subject -> new Place(GateKind.SUBJECT, subject))
                .orElse(Place.GLOBAL);
        Decision decision = place.equals(Place.GLOBAL)
                ? wider(GateKind.GLOBAL).decide(event, known(place), moment)
                : gate.decide(event, known(place), moment);
        apply(place, decision, moment, effects);
        return effects;
    }

    /** Lets all messages that still wait fall due. */
    public List<Effect> finish() {
        return release(Long.MAX_VALUE);
    }

    private List<Effect> release(long until) {
        List<Effect> effects = new ArrayList<>();
        Optional<Agenda.Entry<Place>> next = agenda.next(until, until);
        while (next.isPresent()) {
            Place place = next.get().key();
            // What a late message began may be over before the latest time read so far; the present does not go back to
            // it.
            Moment moment = new Moment(next.get().time(), now);
            now = moment.present();
            Decision decision = place.gate() == GateKind.SUBJECT
                    ? gate.release(known(place), moment)
                    : wider(place.gate()).release(known(place), moment);
            apply(place, decision, moment, effects);
            next = agenda.next(until, until);
        }
        return effects;
    }

    private Moment moment(long stamp) {
        return new Moment(clamp(stamp), present, order++);
    }

    private long clamp(long stamp) {
        long time = bounds.clamp(stamp, present, Math.max(stamp, present));
        present = Math.max(present, time);
        return time;
    }

    private void apply(Place place, Decision decision, Moment moment, List<Effect> effects) {
        known.put(place, known(place).after(decision));
        decision.due().ifPresent(due -> agenda.set(place, due));
        for (Effect effect : decision.effects()) {
            if (effect instanceof Transfer transfer) {
                Place next = new Place(transfer.gate(), transfer.value());
                Moment there = new Moment(transfer.at(), moment.present(), order++);
                apply(next, wider(transfer.gate()).decide(transfer.candidate(), known(next), there), there, effects);
            } else {
                effects.add(effect);
            }
        }
    }

    private WiderGate wider(GateKind kind) {
        return Optional.ofNullable(wider.get(kind)).orElseThrow();
    }

    private Known known(Place place) {
        return known.getOrDefault(place, Known.NOTHING);
    }

    /** There is nobody to list addresses; whether the gate is paused is known at once. */
    private final class OwnLists implements Lists {
        @Override
        public boolean isBlocked(String address) {
            return false;
        }

        @Override
        public boolean isGlobalGatePaused() {
            return known(Place.GLOBAL).standing().isBlocked(now);
        }
    }
}
