package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Reason;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What would become of a message if it came now. */
class ForesightTest {
    private static final long AT = TrialTime.of("10:00:00");

    private int sent;
    private Memory memory = Memory.EMPTY;

    private static SenderGate gate(String policy) {
        return new SenderGate(GateTrial.policy(policy));
    }

    private static Message message(String id, long at) {
        return Message.of(id, "sms", "a", "text " + id, at);
    }

    private void judge(SenderGate gate, long at) {
        String id = "m" + sent;
        memory = memory.after(gate.decide(message(id, at), memory, new Moment(at, at, sent++)));
    }

    private Outlook foresee(SenderGate gate, long at) {
        return gate.foresee(message("q", at), memory, new Moment(at, at));
    }

    @Test
    void itIsTheVerdictThatTheMessageGetsThen() {
        SenderGate gate = gate("limits: [{id: one, per: [sender], allow: 1 per 1m}]");
        assertThat(foresee(gate, AT))
                .isInstanceOfSatisfying(
                        Outlook.Decided.class,
                        decided -> assertThat(decided.verdict()).isInstanceOf(Allowed.class));
        assertThat(foresee(gate, AT)).isEqualTo(foresee(gate, AT));
        judge(gate, AT);

        Outlook outlook = foresee(gate, AT + 5_000);

        Decision decision = gate.decide(message("q", AT + 5_000), memory, new Moment(AT + 5_000, AT + 5_000));
        assertThat(outlook)
                .isEqualTo(new Outlook.Decided((Blocked) decision.effects().get(0)));
        assertThat(((Blocked) decision.effects().get(0)).retryAt()).isEqualTo(OptionalLong.of(AT + 60_000));
    }

    @Test
    void aMessageThatOtherGatesHaveToSeeGoesOn() {
        SenderGate gate = gate("limits: [{id: all, per: [], allow: 1 per 1m}]");
        assertThat(foresee(gate, AT)).isInstanceOfSatisfying(Outlook.Onward.class, onward -> {
            assertThat(onward.next()).isEqualTo(GateKind.GLOBAL);
            assertThat(onward.allowed().message().id()).isEqualTo("q");
        });
    }

    @Test
    void inABurstItWaitsForQuiet() {
        SenderGate gate = gate("debounce: {quiet: 4s, maxWait: 10s}");
        judge(gate, AT);
        assertThat(foresee(gate, AT + 3_000)).isInstanceOfSatisfying(Outlook.Waits.class, waits -> {
            assertThat(waits.held().stage()).isInstanceOf(Held.InBurst.class);
            assertThat(waits.dueAt()).isEqualTo(AT + 7_000);
        });
        judge(gate, AT + 3_900);
        judge(gate, AT + 7_800);
        assertThat(foresee(gate, AT + 9_000))
                .isInstanceOfSatisfying(
                        Outlook.Waits.class, waits -> assertThat(waits.dueAt()).isEqualTo(AT + 10_000));
    }

    @Test
    void theMessageThatFillsABurstIsDecidedAtOnce() {
        SenderGate gate = gate("debounce: {quiet: 4s, maxMessages: 2, keep: merge}");
        judge(gate, AT);
        assertThat(foresee(gate, AT + 1_000))
                .isInstanceOfSatisfying(
                        Outlook.Decided.class,
                        decided -> assertThat(decided.verdict())
                                .isInstanceOfSatisfying(
                                        Allowed.class,
                                        allowed ->
                                                assertThat(allowed.absorbed()).containsExactly("m0")));
    }

    @Test
    void aBurstThatIsOverIsNotJoined() {
        SenderGate gate = gate("debounce: {quiet: 4s}");
        judge(gate, AT);
        assertThat(foresee(gate, AT + 4_000))
                .isInstanceOfSatisfying(
                        Outlook.Waits.class, waits -> assertThat(waits.dueAt()).isEqualTo(AT + 8_000));
    }

    @Test
    void aBurstThatIsOverIsDecidedAtItsEndWheneverSomebodyAsks() {
        SenderGate gate = gate("""
                debounce: {quiet: 500ms, when: {channel: [sms]}}
                limits: [{id: one, per: [sender], allow: 1 per 1m}]
                """);
        judge(gate, AT);
        for (int late = 0; late < 50; late += 7) {
            Message other = Message.of("q", "web", "a", "something else", AT + 500 + late);
            assertThat(gate.foresee(other, memory, new Moment(AT + 500 + late, AT + 500 + late)))
                    .isInstanceOfSatisfying(
                            Outlook.Decided.class,
                            decided -> assertThat(((Blocked) decided.verdict()).retryAt())
                                    .isEqualTo(OptionalLong.of(AT + 60_500)));
        }
    }

    @Test
    void aQueueMovesOnInStepWheneverSomebodyAsks() {
        SenderGate gate = gate("limits: [{id: gap, per: [sender], allow: 1 per 200ms, onExceed: queue}]");
        for (int i = 0; i < 6; i++) {
            judge(gate, AT);
        }
        for (int late = 0; late < 50; late += 7) {
            assertThat(foresee(gate, AT + 200 + late))
                    .isInstanceOfSatisfying(
                            Outlook.Waits.class,
                            waits -> assertThat(waits.dueAt()).isEqualTo(AT + 1_200));
        }
    }

    @Test
    void inAQueueItsTurnComesAfterThoseBeforeIt() {
        SenderGate gate = gate("limits: [{id: gap, per: [sender], allow: 1 per 10s, onExceed: queue}]");
        for (int i = 0; i < 3; i++) {
            judge(gate, AT);
        }
        assertThat(foresee(gate, AT + 1_000)).isInstanceOfSatisfying(Outlook.Waits.class, waits -> {
            assertThat(waits.held().stage()).isInstanceOf(Held.InQueue.class);
            assertThat(waits.dueAt()).isEqualTo(AT + 30_000);
        });
    }

    @Test
    void inAQueueThatIsTooLongItsWaitIsOverWhenItHasWaitedTooLong() {
        SenderGate gate =
                gate("queue: {maxWait: 5s}\nlimits: [{id: gap, per: [sender], allow: 1 per 10s, onExceed: queue}]");
        judge(gate, AT);
        assertThat(foresee(gate, AT))
                .isInstanceOfSatisfying(
                        Outlook.Waits.class, waits -> assertThat(waits.dueAt()).isEqualTo(AT + 5_000));
    }

    @Test
    void inAFullQueueThereIsNoRoomForIt() {
        SenderGate gate =
                gate("queue: {capacity: 1}\nlimits: [{id: gap, per: [sender], allow: 1 per 10s, onExceed: queue}]");
        judge(gate, AT);
        judge(gate, AT);
        assertThat(foresee(gate, AT))
                .isInstanceOfSatisfying(
                        Outlook.Decided.class,
                        decided -> assertThat(decided.verdict())
                                .isInstanceOfSatisfying(
                                        Blocked.class,
                                        blocked -> assertThat(blocked.reason()).isEqualTo(Reason.QUEUE_FULL)));
    }

    @Test
    void adminsPassUncounted() {
        SenderGate gate = gate("admins: [a]\nlimits: [{id: one, per: [sender], allow: 1 per 1m}]");
        assertThat(foresee(gate, AT))
                .isInstanceOfSatisfying(
                        Outlook.Decided.class,
                        decided -> assertThat(decided.verdict())
                                .isInstanceOfSatisfying(
                                        Allowed.class,
                                        allowed -> assertThat(allowed.bypass()).isEqualTo(Optional.of("admin"))));
    }
}
