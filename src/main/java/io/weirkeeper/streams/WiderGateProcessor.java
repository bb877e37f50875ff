package io.weirkeeper.streams;

import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.Lists;
import io.weirkeeper.core.gate.Moment;
import io.weirkeeper.core.gate.Rules;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.gate.WiderGate;
import io.weirkeeper.core.hold.Due;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.policies.LivePolicy;
import io.weirkeeper.streams.store.GateStores;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** All gates but the sender gate: load, decide, save, forward. The key of a record says for which gate it is. */
final class WiderGateProcessor extends ContextualProcessor<String, GateInput, String, Object> {
    private static final Headers NONE = new RecordHeaders();

    private final LivePolicy live;
    private final StoreLayout layout;
    private final GateMeter meter;
    private final Map<GateKind, WiderGate> gates = new EnumMap<>(GateKind.class);
    private Lists lists;
    private Rules rules;
    private GateTask task;
    private Effects effects;

    @SuppressWarnings("NullAway.Init") // set by init, before the first record
    WiderGateProcessor(LivePolicy live, StoreLayout layout, GateMeter meter) {
        this.live = live;
        this.layout = layout;
        this.meter = meter;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        lists = new StoredLists(context.getStateStore(Nodes.LISTS));
        take(live.rules());
        GateStores stores = layout.widerStores(context);
        GateMeter counting = new CountingMeter(meter, stores.stats());
        effects = new Effects(context, Nodes.WIDER_OUTLETS, rules.policy().keyedBy(), counting);
        task = GateTask.start(context, meter, stores, new Waits(), (key, decision) -> send(key, decision, "", NONE));
        // A pause has an end to announce, also if nothing waits for it.
        task.look(GateKey.GLOBAL.toString(), context.currentSystemTimeMs());
    }

    private void take(Rules now) {
        rules = now;
        for (GateKind kind : GateKind.values()) {
            gates.put(kind, new WiderGate(kind, now.policy(), lists));
        }
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
            return gate(key).release(state, moment);
        }

        @Override
        public Due due(String key, SubjectState state, Moment moment) {
            return gate(key).due(state, moment);
        }
    }

    private WiderGate gate(String key) {
        return Optional.ofNullable(gates.get(GateKey.parse(key).gate())).orElseThrow();
    }

    @Override
    public void process(Record<String, GateInput> record) {
        Moment moment = task.arrive(record.timestamp(), context().currentSystemTimeMs());
        WiderGate gate = gate(record.key());
        if (record.value() instanceof GateInput.Passage passage) {
            decide(
                    record,
                    state -> gate.decide(passage.candidate(), state, moment),
                    passage.candidate().message().id());
        } else if (record.value() instanceof GateInput.Order order) {
            decide(record, state -> gate.decide(order.event(), state, moment), "");
        } else if (record.value() instanceof GateInput.Report report) {
            decide(record, state -> gate.decide(report.report(), state, moment), "");
        } else {
            throw new IllegalArgumentException("not for a wider gate: " + record.value());
        }
    }

    private void decide(Record<String, GateInput> record, GateTask.Step step, String cause) {
        task.decide(record.key(), step, (key, decision) -> send(key, decision, cause, record.headers()));
    }

    private void send(String key, Decision decision, String cause, Headers headers) {
        effects.send(decision, cause, headers);
        decision.standing().ifPresent(standing -> announce(key, standing));
    }

    /** Whether the gate is paused concerns all instances: then every message has to come here. */
    private void announce(String key, Standing standing) {
        context()
                .forward(
                        new Record<>(key, StoredLists.pause(standing), context().currentSystemTimeMs()),
                        Nodes.LISTS_SINK);
    }

    @Override
    public void close() {
        if (task != null) { // it is null if init failed
            task.close();
        }
    }
}
