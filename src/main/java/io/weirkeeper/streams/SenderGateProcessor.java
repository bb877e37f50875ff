package io.weirkeeper.streams;

import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.Lists;
import io.weirkeeper.core.gate.Moment;
import io.weirkeeper.core.gate.Rules;
import io.weirkeeper.core.gate.SenderGate;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.hold.Due;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.policies.LivePolicy;
import io.weirkeeper.streams.store.GateStores;
import io.weirkeeper.streams.store.StandingSweep;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The sender gate: load, decide, save, forward. */
final class SenderGateProcessor extends ContextualProcessor<String, GateInput, String, Object> {
    private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);

    private final LivePolicy live;
    private final StoreLayout layout;
    private final GateMeter meter;
    private Lists lists;
    private Rules rules;
    private SenderGate gate;
    private GateTask task;
    private Effects effects;

    @SuppressWarnings("NullAway.Init") // set by init, before the first record
    SenderGateProcessor(LivePolicy live, StoreLayout layout, GateMeter meter) {
        this.live = live;
        this.layout = layout;
        this.meter = meter;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        lists = new StoredLists(context.getStateStore(Nodes.LISTS));
        take(live.rules());
        GateStores stores = layout.senderStores(context);
        GateMeter counting = new CountingMeter(meter, stores.stats());
        effects = new Effects(context, Nodes.SENDER_OUTLETS, rules.policy().keyedBy(), counting);
        task = GateTask.start(context, meter, stores, new Waits(), (key, decision) -> effects.send(decision));
        StandingSweep sweep = new StandingSweep(
                context.getStateStore(Nodes.STANDING), layout.bounds().latest());
        context.schedule(
                SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, wallClock -> sweep.sweep(task.now(wallClock)));
    }

    private void take(Rules now) {
        rules = now;
        gate = new SenderGate(now, lists);
    }

    private final class Waits implements GateTask.Gate {
        @Override
        public boolean renew() {
            Rules now = live.rules();
            if (now == rules) {
                return false;
            }
            take(now);
            return true;
        }

        @Override
        public Decision release(String key, SubjectState state, Moment moment) {
            return gate.release(state, moment);
        }

        @Override
        public Due due(String key, SubjectState state, Moment moment) {
            return gate.due(state, moment);
        }
    }

    @Override
    public void process(Record<String, GateInput> record) {
        long wallClock = context().currentSystemTimeMs();
        if (record.value() instanceof GateInput.Arrival arrival) {
            Moment moment = task.arrive(record.timestamp(), wallClock);
            task.decide(
                    record.key(),
                    state -> gate.decide(arrival.message(), state, moment),
                    (key, decision) -> effects.send(decision, arrival.message().id(), record.headers()));
        } else if (record.value() instanceof GateInput.Order order) {
            Moment moment = task.hear(record.timestamp(), wallClock);
            if (order.event().type() == ControlType.FORGET) {
                // What waits may be let go by the same decision, and would be counted on top of what is to be
                // forgotten.
                task.forget(record.key());
            }
            task.decide(
                    record.key(),
                    state -> gate.decide(order.event(), state, moment),
                    (key, decision) -> effects.send(decision));
        } else {
            throw new IllegalArgumentException("not for the sender gate: " + record.value());
        }
    }

    @Override
    public void close() {
        if (task != null) { // it is null if init failed
            task.close();
        }
    }
}
