package io.weirkeeper.streams;

import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.Moment;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.hold.Agenda;
import io.weirkeeper.core.hold.Due;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.streams.store.GateStores;
import io.weirkeeper.streams.store.SlottedStore;
import io.weirkeeper.streams.store.StoredSubject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** One gate in one task: its stores, its clocks, and when it looks at what waits. */
final class GateTask {
    /** How often it is seen what is due while nothing comes. */
    private static final Duration TICK = Duration.ofMillis(50);

    private static final int RELEASES_AT_ONCE = 1_000;
    private static final Due AT_ONCE = new Due(OptionalLong.empty(), OptionalLong.of(0));

    private final GateStores stores;
    private final Gate gate;
    private final BiConsumer<String, Decision> released;
    private final long startedAt;
    private final GateClock clock;
    private long order;

    /**
     * The latest time of a message; negative as long as nothing is known. Operators' words do not move it: they come from
     * another topic, which may be far ahead of the messages.
     */
    private long horizon;

    /** What the messages wait for. */
    interface Gate {
        /** What becomes of those whose time has come. */
        Decision release(String key, SubjectState state, Moment moment);

        /** When to look again. */
        Due due(String key, SubjectState state, Moment moment);
    }

    /** A decision on what is known under a key. */
    @FunctionalInterface
    interface Step {
        Decision decide(SubjectState state);
    }

    private GateTask(GateStores stores, Gate gate, long latest, long wallClock, BiConsumer<String, Decision> released) {
        this.stores = stores;
        this.gate = gate;
        this.released = released;
        this.startedAt = wallClock;
        this.horizon = latest;
        stores.held().forEach((key, waiting) -> {
            for (Held held : waiting.held()) {
                order = Math.max(order, held.order() + 1);
                horizon = Math.max(horizon, held.candidate().arrivedAt());
            }
            stores.held().schedule(key, AT_ONCE);
        });
        if (horizon >= 0) {
            stores.advance(horizon, wallClock);
        }
        this.clock = new GateClock(horizon, wallClock);
    }

    /**
     * Opens the gate, and sees to it that what is due is released.
     *
     * @param released takes what became of messages that waited, when it has been saved
     */
    static GateTask start(
            ProcessorContext<?, ?> context, GateStores stores, Gate gate, BiConsumer<String, Decision> released) {
        long wallClock = context.currentSystemTimeMs();
        stores.activity().anchor();
        stores.violations().ifPresent(SlottedStore::anchor);
        GateTask task = new GateTask(stores, gate, context.currentStreamTimeMs(), wallClock, released);
        stores.held().forEach((key, waiting) -> task.look(key, wallClock));
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> task.release(now, RELEASES_AT_ONCE));
        return task;
    }

    /** Sees when something is due under a key. */
    void look(String key, long wallClock) {
        Moment moment = new Moment(Math.max(0, horizon), wallClock);
        stores.held().schedule(key, gate.due(key, stores.load(key), moment));
    }

    /** A message has come; what was due before it is released. */
    Moment arrive(long time, long wallClock) {
        horizon = Math.max(horizon, time);
        return hear(time, wallClock);
    }

    /** Something else has come; what was due before it is released. */
    Moment hear(long time, long wallClock) {
        horizon = horizon < 0 ? time : horizon;
        stores.advance(horizon, wallClock);
        clock.observe(time, wallClock);
        release(wallClock, Integer.MAX_VALUE);
        return new Moment(time, wallClock, order++);
    }

    /** The time of the gate's clock. */
    long now(long wallClock) {
        return clock.now(wallClock);
    }

    /** Decides on what is known under a key, and saves it. */
    void decide(String key, Step step, BiConsumer<String, Decision> saved) {
        StoredSubject subject = stores.load(key);
        Decision decision = step.decide(subject);
        subject.save(decision);
        saved.accept(key, decision);
    }

    /** Releases what is due, in order, at most so much. */
    void release(long wallClock, int most) {
        if (stores.held().agenda().isEmpty()) {
            return;
        }
        long now = clock.now(wallClock);
        for (int i = 0; i < most; i++) {
            Optional<Agenda.Entry<String>> next = stores.held().agenda().next(now, Math.max(now, wallClock));
            if (next.isEmpty()) {
                return;
            }
            Moment moment = moment(next.get(), now, wallClock);
            String key = next.get().key();
            decide(key, state -> gate.release(key, state, moment), released);
        }
    }

    /**
     * A burst is decided when it was over. A queued message is let on when it had room, but not before this task started: the time in
     * which nothing ran does not count for the pace.
     */
    private Moment moment(Agenda.Entry<String> due, long now, long wallClock) {
        return due.kind() == Agenda.Kind.BURST
                ? new Moment(due.time(), wallClock, order++)
                : new Moment(Math.min(now, due.time()), Math.max(due.time(), startedAt), order++);
    }
}
