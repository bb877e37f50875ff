package io.weirkeeper.streams;

import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.Moment;
import io.weirkeeper.core.gate.SenderGate;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.streams.store.GateStores;
import io.weirkeeper.streams.store.StandingSweep;
import io.weirkeeper.streams.store.StoredSubject;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Load, decide, save, forward. */
final class SenderGateProcessor extends ContextualProcessor<String, GateInput, String, Object> {
    private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);

    private final SenderGate gate;
    private final StoreLayout layout;
    private GateStores stores;
    private GateClock clock;

    /**
     * The latest time of a message; negative as long as nothing is known. Operators' words do not move it: they come from
     * another topic, which may be far ahead of the messages.
     */
    private long horizon;

    @SuppressWarnings("NullAway.Init") // set by init, before the first record
    SenderGateProcessor(SenderGate gate, StoreLayout layout) {
        this.gate = gate;
        this.layout = layout;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        stores = layout.open(context);
        stores.activity().anchor();
        stores.violations().anchor();
        horizon = context.currentStreamTimeMs();
        clock = new GateClock(context.currentStreamTimeMs(), context.currentSystemTimeMs());
        StandingSweep sweep = new StandingSweep(
                context.getStateStore(Nodes.STANDING), layout.bounds().latest());
        context.schedule(
                SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, wallClock -> sweep.sweep(clock.now(wallClock)));
    }

    @Override
    public void process(Record<String, GateInput> record) {
        long wallClock = context().currentSystemTimeMs();
        clock.observe(record.timestamp(), wallClock);
        if (record.value() instanceof GateInput.Arrival || horizon < 0) {
            horizon = Math.max(horizon, record.timestamp());
        }
        StoredSubject subject = stores.load(record.key(), record.timestamp(), horizon);
        Decision decision = decide(record.value(), subject, new Moment(record.timestamp(), wallClock));
        subject.save(decision);
        for (Effect effect : decision.effects()) {
            forward(record, effect);
        }
    }

    private Decision decide(GateInput input, StoredSubject subject, Moment moment) {
        if (input instanceof GateInput.Arrival arrival) {
            return gate.decide(arrival.message(), subject, moment);
        } else if (input instanceof GateInput.Order order) {
            return gate.decide(order.event(), subject, moment);
        }
        throw new IllegalArgumentException("unknown input: " + input);
    }

    private void forward(Record<String, GateInput> cause, Effect effect) {
        if (effect instanceof Allowed allowed) {
            forward(cause, allowed, allowed.decidedAt(), Nodes.ALLOWED_SINK);
        } else if (effect instanceof Blocked blocked) {
            forward(cause, blocked, blocked.decidedAt(), Nodes.BLOCKED_SINK);
        } else if (effect instanceof AuditEvent event) {
            forward(cause, event, event.at(), Nodes.PENALTIES_SINK);
        }
    }

    private void forward(Record<String, GateInput> cause, Object value, long at, String sink) {
        context().forward(cause.withValue(value).withTimestamp(at), sink);
    }
}
