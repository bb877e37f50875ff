package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Blocked;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators may say of a subject, and what it changes. */
class OperatorWordTest {
    private final GateTrial trial =
            GateTrial.with("""
            registeredOnly: true
            blocked: {senders: [listed]}
            duplicates: {window: 1h}
            limits: [{id: sender, per: [sender], allow: 1 per 10m, strikes: 1}]
            penalties: {permanentAt: 1}
            """).at("10:00:00").told(ControlType.REGISTER, "a").told(ControlType.REGISTER, "listed");

    @ParameterizedTest
    @EnumSource(names = {"PAUSE", "RESUME"})
    void whatIsSaidOfTheGateIsNoWordAboutASubject(ControlType type) {
        ControlEvent event = new ControlEvent(
                "c", 0, Optional.empty(), type, Optional.empty(), Optional.empty(), OptionalLong.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperatorWord.decide(event, Standing.EMPTY, 0))
                .withMessage(type.label() + " is no word about a subject");
    }

    @Test
    void whoIsBlockedIsStoppedWithoutATimeToTryAgain() {
        trial.told(ControlType.BLOCK, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("BLOCKLISTED");
    }

    @Test
    void aBlockWithAnEndHasItAsTheTimeToTryAgain() {
        trial.told(ControlType.BLOCK, "a", "10:30:00");

        Outcome outcome = trial.at("10:29:59.999").from("a").says("hello");

        assertThat(outcome).hasToString("BLOCKLISTED, retry at 10:30:00");
    }

    @Test
    void theEndOfABlockIsExclusive() {
        trial.told(ControlType.BLOCK, "a", "10:30:00");

        Outcome outcome = trial.at("10:30:00").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theDetailTellsWhoBlockedAndWhy() {
        trial.told(ControlType.BLOCK, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(((Blocked) outcome.verdict()).detail()).isEqualTo("blocked by ana: because");
    }

    @Test
    void unblockLiftsAnOperatorsBlock() {
        trial.told(ControlType.BLOCK, "a").told(ControlType.UNBLOCK, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void unblockDoesNotLiftWhatThePolicyLists() {
        trial.told(ControlType.UNBLOCK, "listed");

        Outcome outcome = trial.from("listed").says("hello");

        assertThat(outcome).hasToString("BLOCKLISTED");
    }

    @Test
    void whoIsAlsoListedByThePolicyIsNotToldTheEndOfAnOperatorsBlock() {
        trial.told(ControlType.BLOCK, "listed", "10:30:00");

        Outcome outcome = trial.from("listed").says("hello");

        assertThat(outcome).as("the policy's block has no end").hasToString("BLOCKLISTED");
    }

    @Test
    void unblockDoesNotLiftAPenalty() {
        trial.hears(2, "a").told(ControlType.UNBLOCK, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("PENALIZED, PERMANENT with 1");
    }

    @Test
    void aPardonLiftsAPermanentPenaltyAndClearsTheLedger() {
        trial.hears(2, "a").told(ControlType.PARDON, "a");

        Outcome outcome = trial.at("10:10:00").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
        assertThat(trial.memory("a").ledger()).isEqualTo(Ledger.EMPTY);
    }

    @Test
    void aPardonIsWrittenToTheAuditTrail() {
        List<AuditEvent> events = trial.hears(2, "a").told(ControlType.PARDON, "a", OptionalLong.empty());

        assertThat(events).containsExactly(new AuditEvent.Pardon("a", TrialTime.of("10:00:00")));
    }

    @Test
    void aPardonDoesNotLiftABlockOrGiveBackWhatWasCounted() {
        trial.hears(2, "a").told(ControlType.PARDON, "a");

        Outcome outcome = trial.at("10:05:00").from("a").says("hello");

        assertThat(outcome.toString()).startsWith("RATE_LIMITED by sender");
    }

    @Test
    void trustDoesNotRegister() {
        trial.told(ControlType.TRUST, "b");

        Outcome outcome = trial.from("b").says("hello");

        assertThat(outcome).hasToString("UNREGISTERED");
    }

    @Test
    void whoIsRegisteredPassesUntilTheRegistrationEnds() {
        trial.told(ControlType.REGISTER, "b", "10:30:00");

        Outcome inside = trial.at("10:29:59.999").from("b").says("hello");
        Outcome after = trial.at("10:30:00").from("b").says("hello");

        assertThat(inside).hasToString("ALLOWED");
        assertThat(after).hasToString("UNREGISTERED");
    }

    @Test
    void unregisterTakesItBack() {
        trial.told(ControlType.UNREGISTER, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("UNREGISTERED");
    }

    @Test
    void theWordsThatTakeNoEndHaveNone() {
        trial.told(ControlType.BLOCK, "a").told(ControlType.UNBLOCK, "a", "10:30:00");

        Outcome outcome = trial.at("11:00:00").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void forgetErasesEverythingButAnOperatorsBlock() {
        trial.told(ControlType.TRUST, "a").hears(3, "a").told(ControlType.BLOCK, "a");
        Standing.Block block = trial.memory("a").standing().block().orElseThrow();

        trial.told(ControlType.FORGET, "a");

        assertThat(trial.memory("a").activity()).isEqualTo(Activity.EMPTY);
        assertThat(trial.memory("a").ledger()).isEqualTo(Ledger.EMPTY);
        assertThat(trial.memory("a").standing()).isEqualTo(Standing.EMPTY.withBlock(Optional.of(block)));
    }

    @Test
    void whoIsForgottenIsNotRegisteredAnyMore() {
        trial.told(ControlType.FORGET, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("UNREGISTERED");
    }

    @Test
    void whoIsForgottenAndRegisteredAgainStartsFromNothing() {
        trial.from("a").as("1").says("hello");
        trial.from("a").as("2").says("how are you?");
        trial.told(ControlType.FORGET, "a").told(ControlType.REGISTER, "a");

        Outcome outcome = trial.from("a").as("1").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }
}
