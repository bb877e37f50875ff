package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.standing.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each part of the state is read at most once, and only if the decision depends on it. */
class StateUseTest {
    private static final long AT = TrialTime.of("10:00:00");

    private final SenderGate gate = new SenderGate(GateTrial.policy("""
            limits: [{id: sender, per: [sender], allow: 1 per 1m, strikes: 1}]
            """));
    private final Observed state = new Observed();

    /** Notes what is read. */
    private static final class Observed implements SubjectState {
        private final List<String> reads = new ArrayList<>();
        private Memory memory = Memory.EMPTY;

        @Override
        public Activity activity() {
            reads.add("activity");
            return memory.activity();
        }

        @Override
        public Standing standing() {
            reads.add("standing");
            return memory.standing();
        }

        @Override
        public Ledger ledger() {
            reads.add("ledger");
            return memory.ledger();
        }

        @Override
        public Waiting waiting() {
            reads.add("waiting");
            return memory.waiting();
        }
    }

    private Decision judge(String id) {
        return gate.decide(Message.of(id, "sms", "a", id, AT), state, new Moment(AT, AT));
    }

    private Decision told(ControlType type) {
        return gate.decide(
                new ControlEvent(
                        "c", AT, Optional.empty(), type, Optional.of("a"), Optional.empty(), OptionalLong.empty()),
                state,
                new Moment(AT, AT));
    }

    @Test
    void anAllowedMessageDoesNotNeedTheLedger() {
        Decision decision = judge("1");

        assertThat(state.reads).containsExactlyInAnyOrder("activity", "standing");
        assertThat(decision.ledger()).isEmpty();
        assertThat(decision.standing()).isEmpty();
    }

    @Test
    void aViolationReadsTheLedgerOnce() {
        state.memory = Memory.EMPTY.after(judge("1"));
        state.reads.clear();

        judge("2");

        assertThat(state.reads).containsExactlyInAnyOrder("activity", "standing", "ledger");
    }

    @Test
    void aRefusalWithoutStrikesDoesNotNeedTheLedger() {
        state.memory = Memory.EMPTY.after(judge("1"));
        state.reads.clear();

        judge("1");

        assertThat(state.reads).containsExactlyInAnyOrder("activity", "standing");
    }

    @Test
    void anOffenceWithinAnEpisodeDoesNotWriteTheLedger() {
        state.memory = Memory.EMPTY.after(judge("1"));
        state.memory = state.memory.after(judge("2"));

        Decision decision = judge("3");

        assertThat(decision.ledger()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PAUSE", "RESUME"},
            mode = EnumSource.Mode.EXCLUDE)
    void anOperatorsWordNeedsTheStandingAndWhatWaits(ControlType type) {
        told(type);

        assertThat(state.reads).containsExactlyInAnyOrder("standing", "waiting");
    }

    @Test
    void aMessageWithoutASubjectIsAMistakeOfTheCaller() {
        SenderGate byRecipient = new SenderGate(GateTrial.policy("keyedBy: recipient"));

        Optional<String> subject = byRecipient.subject(Message.of("1", "sms", "a", "hello", AT));

        assertThat(subject).isEmpty();
    }
}
