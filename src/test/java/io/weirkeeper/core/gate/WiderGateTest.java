package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.standing.Tier;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What only an outage or a provider brings about. */
class WiderGateTest {
    private static final long AT = TrialTime.of("10:00:00");

    private static WiderGate gate(String policy) {
        return new WiderGate(GateKind.GLOBAL, GateTrial.policy(policy), Lists.NONE);
    }

    private static Candidate candidate(int number) {
        Message message = Message.of("m" + number, "sms", "a", "text " + number, AT);
        return new Candidate(message, Tier.NORMAL, 4, AT, List.of(), List.of(), OptionalLong.empty());
    }

    @Test
    void afterAnOutageWhatHasWaitedTooLongIsNotLetOn() {
        WiderGate gate = gate("""
                queue: {maxWait: 10m}
                limits: [{id: all, per: [], allow: 3 per 1m, onExceed: queue}]
                """);
        Memory memory = Memory.EMPTY;
        for (int i = 0; i < 7; i++) {
            memory = memory.after(gate.decide(candidate(i), memory, new Moment(AT, AT, i)));
        }
        long later = AT + Duration.ofHours(10).toMillis();

        Decision decision = gate.release(memory, new Moment(AT, later));

        assertThat(decision.effects())
                .hasSize(4)
                .allSatisfy(effect -> assertThat(effect).isInstanceOfSatisfying(Blocked.class, blocked -> {
                    assertThat(blocked.reason()).isEqualTo(Reason.QUEUE_EXPIRED);
                    assertThat(blocked.heldMillis()).isEqualTo(later - AT);
                }));
    }

    @Test
    void inShadowErrorsOfTheProviderPauseNothing() {
        WiderGate gate = gate("""
                mode: shadow
                providerBackoff: {errors: 1 per 1m, pause: 10m}
                """);
        DeliveryReport report =
                new DeliveryReport("m", "r", DeliveryReport.Status.FAILED, Optional.empty(), Optional.empty(), AT);

        Decision decision = gate.decide(report, Memory.EMPTY, new Moment(AT, AT));

        assertThat(decision.standing()).isEmpty();
        assertThat(decision.effects()).isEmpty();
    }

    @Test
    void theEndOfAPauseIsSeenEvenIfTheFirstHasNoRoomThen() {
        WiderGate gate = gate("limits: [{id: all, per: [], allow: 1 per 5m, onExceed: queue}]");
        Memory memory = Memory.EMPTY;
        memory = memory.after(gate.decide(candidate(0), memory, new Moment(AT, AT, 0)));
        ControlEvent pause = new ControlEvent(
                "c",
                AT,
                Optional.empty(),
                ControlType.PAUSE,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(AT + 5_000));
        memory = memory.after(gate.decide(pause, memory, new Moment(AT, AT, 1)));
        memory = memory.after(gate.decide(candidate(1), memory, new Moment(AT, AT, 2)));

        assertThat(gate.due(memory, new Moment(AT, AT)).queue()).isEqualTo(OptionalLong.of(AT + 5_000));
        memory = memory.after(gate.release(memory, new Moment(AT, AT + 5_000)));
        assertThat(memory.standing().block()).isEmpty();
        assertThat(gate.due(memory, new Moment(AT, AT + 5_000)).queue()).isEqualTo(OptionalLong.of(AT + 300_000));
    }
}
