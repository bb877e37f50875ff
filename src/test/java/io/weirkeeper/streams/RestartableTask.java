package io.weirkeeper.streams;

import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.scenario.DrivenGate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A gate in a task that can be closed and opened again on what its stores keep: nothing else of a task survives a restart or a
 * rebalance. Its wall clock is set by hand.
 */
final class RestartableTask implements AutoCloseable {
    private static final StoreLayout LAYOUT = new StoreLayout(StoreLayout.DEFAULT_LONGEST_WINDOW, TimeBounds.DEFAULT);

    private final boolean wider;
    private final List<StateStore> stores = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private MockProcessorContext<String, Object> context;
    private Processor<String, GateInput, String, Object> processor;
    private long wallClock;
    private long streamTime = -1;

    private RestartableTask(boolean wider, Path folder, Policy policy, long wallClock) {
        this.wider = wider;
        this.wallClock = wallClock;
        this.context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        for (StoreBuilder<?> builder : wider ? LAYOUT.widerBuilders() : LAYOUT.senderBuilders()) {
            open(builder);
        }
        open(Stores.timestampedKeyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Nodes.LISTS), Serdes.String(), Serdes.ByteArray()));
        this.processor = started(policy);
    }

    static RestartableTask ofSenderGate(Path folder, Policy policy, long wallClock) {
        return new RestartableTask(false, folder, policy, wallClock);
    }

    static RestartableTask ofWiderGates(Path folder, Policy policy, long wallClock) {
        return new RestartableTask(true, folder, policy, wallClock);
    }

    private void open(StoreBuilder<?> builder) {
        StateStore store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        stores.add(store);
    }

    private Processor<String, GateInput, String, Object> started(Policy policy) {
        context = new MockProcessorContext<>();
        stores.forEach(context::addStateStore);
        context.setCurrentSystemTimeMs(wallClock);
        context.setCurrentStreamTimeMs(streamTime);
        Processor<String, GateInput, String, Object> next = wider
                ? new WiderGateProcessor(DrivenGate.live(policy), LAYOUT, GateMeter.NONE)
                : new SenderGateProcessor(DrivenGate.live(policy), LAYOUT, GateMeter.NONE);
        next.init(context);
        return next;
    }

    /** Closes the task, and opens it again by this policy when the wall clock shows that time. */
    void restart(Policy policy, long time) {
        processor.close();
        wallClock = time;
        processor = started(policy);
    }

    void hear(String key, GateInput input, long time) {
        streamTime = Math.max(streamTime, time);
        processor.process(new Record<>(key, input, time, new RecordHeaders()));
        takeDown();
    }

    /** Lets the wall clock run to that time, and then once see what is due. */
    void advanceTo(long time) {
        wallClock = Math.max(wallClock, time);
        context.setCurrentSystemTimeMs(wallClock);
        context.scheduledPunctuators().stream()
                .filter(scheduled -> scheduled.getType() == PunctuationType.WALL_CLOCK_TIME)
                .forEach(scheduled -> scheduled.getPunctuator().punctuate(wallClock));
        takeDown();
    }

    private void takeDown() {
        context.forwarded()
                .forEach(forward -> told.add(forward.childName().orElse("") + " "
                        + forward.record().timestamp() + " " + forward.record().value()));
        context.resetForwards();
    }

    /** What went out since the last time: sink, time and value. */
    List<String> told() {
        List<String> since = List.copyOf(told);
        told.clear();
        return since;
    }

    /** One of the stores, as the task has left it. */
    @SuppressWarnings("unchecked")
    <S extends StateStore> S store(String name) {
        return (S) stores.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        stores.forEach(StateStore::close);
    }
}
