package io.weirkeeper.streams;

import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.Moment;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.hold.Agenda;
import io.weirkeeper.core.hold.Due;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.streams.store.GateStores;
import io.weirkeeper.streams.store.HeldStore;
import io.weirkeeper.streams.store.SlottedStore;
import io.weirkeeper.streams.store.StoredSubject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** One gate in one task: its stores, its clocks, and when it looks at what waits. */
final class GateTask implements AutoCloseable {
    /** How often it is seen what is due while nothing comes. */
    private static final Duration TICK = Duration.ofMillis(50);

    private static final int RELEASES_AT_ONCE = 1_000;
    private static final Due AT_ONCE = new Due(OptionalLong.empty(), OptionalLong.of(0));

    private final GateMeter meter;
    private final GateStores stores;
    private final Gate gate;
    private final BiConsumer<String, Decision> released;
    private final long startedAt;
    private final GateClock clock;
    private long order;
    private HeldStore.Count told = HeldStore.Count.NONE;

    /**
     * The latest time of a message; negative as long as nothing is known. Operators' words do not move it: they come from
     * another topic, which may be far ahead of the messages.
     */
    private long horizon;

    /** What the messages wait for. */
    interface Gate {
        /** Takes up the policy in force; whether that has changed since the last time. */
        boolean renew();

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

    private GateTask(
            GateMeter meter,
            GateStores stores,
            Gate gate,
            long latest,
            long wallClock,
            BiConsumer<String, Decision> released) {
        this.meter = meter;
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
        tellWaiting();
    }

    /**
     * Opens the gate, and sees to it that what is due is released.
     *
     * @param released takes what became of messages that waited, when it has been saved
     */
    static GateTask start(
            ProcessorContext<?, ?> context,
            GateMeter meter,
            GateStores stores,
            Gate gate,
            BiConsumer<String, Decision> released) {
        long wallClock = context.currentSystemTimeMs();
        stores.activity().anchor();
        stores.violations().ifPresent(SlottedStore::anchor);
        GateTask task = new GateTask(meter, stores, gate, context.currentStreamTimeMs(), wallClock, released);
        stores.held().forEach((key, waiting) -> task.look(key, wallClock));
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> task.tick(now));
        return task;
    }

    private void tick(long wallClock) {
        renew(wallClock);
        release(wallClock, RELEASES_AT_ONCE);
        stores.stats().write();
    }

    /** By another policy, what waits may be due at another time. */
    private void renew(long wallClock) {
        if (gate.renew()) {
            stores.held().forEach((key, waiting) -> look(key, wallClock));
        }
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
        renew(wallClock);
        release(wallClock, Integer.MAX_VALUE);
        return new Moment(time, wallClock, order++);
    }

    /** The time of the gate's clock. */
    long now(long wallClock) {
        return clock.now(wallClock);
    }

    /** Erases what is remembered under a key, before it is decided on. */
    void forget(String key) {
        stores.forget(key);
    }

    /** Decides on what is known under a key, and saves it. */
    void decide(String key, Step step, BiConsumer<String, Decision> saved) {
        long start = System.nanoTime();
        StoredSubject subject = stores.load(key);
        Decision decision = step.decide(subject);
        subject.save(decision);
        meter.decision(System.nanoTime() - start);
        if (decision.waiting().isPresent()) {
            tellWaiting();
        }
        saved.accept(key, decision);
    }

    /** How many wait now, as the difference to what was told before: other tasks tell of theirs. */
    private void tellWaiting() {
        HeldStore.Count now = stores.held().count();
        meter.waiting(now.inBursts() - told.inBursts(), now.inQueues() - told.inQueues());
        told = now;
    }

    /** What waits here is from now on somebody else's to tell of. */
    @Override
    public void close() {
        meter.waiting(-told.inBursts(), -told.inQueues());
        told = HeldStore.Count.NONE;
        stores.close();
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
