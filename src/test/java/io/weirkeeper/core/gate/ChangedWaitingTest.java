package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Debounced;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What waits is not lost when the policy that let it wait is no longer in force. */
class ChangedWaitingTest {
    private static final long AT = TrialTime.of("10:00:00");

    private static Memory waitingUnder(String policy) {
        SenderGate gate = new SenderGate(GateTrial.policy(policy));
        Memory memory = Memory.EMPTY;
        for (int i = 1; i <= 2; i++) {
            Message message = Message.of("m" + i, "sms", "a", "text " + i, AT);
            memory = memory.after(gate.decide(message, memory, new Moment(AT, AT, i)));
        }
        assertThat(memory.waiting().isEmpty()).isFalse();
        return memory;
    }

    @Test
    void aBurstEndsWhenNothingIsToBeDebouncedAnyMore() {
        Memory memory = waitingUnder("debounce: {quiet: 1h, keep: merge}");
        SenderGate gate = new SenderGate(GateTrial.policy("name: without"));

        long due = gate.due(memory, new Moment(AT, AT)).burst().orElseThrow();
        Decision decision = gate.release(memory, new Moment(due, due));

        assertThat(due).isEqualTo(AT + 1);
        assertThat(decision.effects()).hasSize(2);
        assertThat(decision.effects().get(0)).isInstanceOf(Debounced.class);
        assertThat(decision.effects().get(1)).isInstanceOf(Allowed.class);
        assertThat(memory.after(decision).waiting().isEmpty()).isTrue();
    }

    @Test
    void aQueueIsLetOnWhenNothingHasToWaitAnyMore() {
        Memory memory = waitingUnder("limits: [{id: gap, per: [sender], allow: 1 per 1m, onExceed: queue}]");
        SenderGate gate = new SenderGate(GateTrial.policy("name: without"));

        OptionalLong due = gate.due(memory, new Moment(AT + 5, AT + 5)).queue();
        Decision decision = gate.release(memory, new Moment(AT + 5, AT + 5));

        assertThat(due).isEqualTo(OptionalLong.of(AT + 5));
        assertThat(decision.effects()).singleElement().isInstanceOf(Allowed.class);
        assertThat(memory.after(decision).waiting().isEmpty()).isTrue();
    }

    @Test
    void aBurstGoesByThePolicyThatIsInForce() {
        Memory memory = waitingUnder("debounce: {quiet: 1h}");
        SenderGate gate = new SenderGate(GateTrial.policy("debounce: {quiet: 2s}"));

        assertThat(gate.due(memory, new Moment(AT, AT)).burst()).isEqualTo(OptionalLong.of(AT + 2_000));
    }
}
