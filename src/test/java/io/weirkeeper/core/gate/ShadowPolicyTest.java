package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import org.junit.jupiter.api.Test;

/** A whole policy in shadow only flags; what operators said and repeated deliveries still stop. */
class ShadowPolicyTest {
    private static final String POLICY = """
            mode: shadow
            registeredOnly: true
            maxAge: 1m
            admins: [boss]
            blocked: {senders: [listed], addresses: [9.9.9.9]}
            duplicates: {window: 10s, strikes: 1}
            limits:
              - {id: flood, per: [sender], allow: 3 per 10s, count: arrivals, strikes: 1}
              - {id: sender, per: [sender], allow: 1 per 10s, strikes: 1}
            penalties: {permanentAt: 1}
            """;

    private final GateTrial trial = GateTrial.with(POLICY).at("10:00:00").told(ControlType.REGISTER, "a");

    @Test
    void whoIsNotRegisteredIsFlagged() {
        Outcome outcome = trial.from("b").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [registeredOnly]");
    }

    @Test
    void aBlockedSenderIsFlagged() {
        trial.told(ControlType.REGISTER, "listed");

        Outcome outcome = trial.from("listed").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [blocked]");
    }

    @Test
    void aBlockedAddressIsFlagged() {
        Outcome outcome = trial.from("a").fromAddress("9.9.9.9").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [blocked]");
    }

    @Test
    void aBlockedSenderAtABlockedAddressIsFlaggedOnce() {
        trial.told(ControlType.REGISTER, "listed");

        Outcome outcome = trial.from("listed").fromAddress("9.9.9.9").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [blocked]");
    }

    @Test
    void aStaleMessageIsFlagged() {
        trial.whileTheClockShows("10:05:00");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [maxAge]");
    }

    @Test
    void anAdminsStaleMessageIsFlaggedAndPasses() {
        trial.whileTheClockShows("10:05:00");

        Outcome outcome = trial.from("boss").fromAddress("9.9.9.9").says("hello");

        assertThat(outcome).hasToString("ALLOWED flags [blocked, maxAge] bypass admin");
    }

    @Test
    void allFlagsAreUnitedInTheOrderOfJudgement() {
        trial.from("listed").says("ok");
        trial.hears(3, "listed");
        trial.whileTheClockShows("10:05:00");

        Outcome outcome = trial.from("listed").says("ok");

        assertThat(outcome).hasToString("ALLOWED flags [maxAge, blocked, registeredOnly, duplicates, flood, sender]");
    }

    @Test
    void nobodyIsPunished() {
        trial.from("a").says("ok");

        Outcome outcome = trial.from("a").says("ok");

        assertThat(outcome).hasToString("ALLOWED flags [duplicates, sender]");
        assertThat(outcome.audit()).isEmpty();
    }

    @Test
    void limitsCountAsIfEachAloneEnforced() {
        trial.hears(4, "a");

        Outcome outcome = trial.at("10:00:10").from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void anOperatorsBlockStillBlocks() {
        trial.told(ControlType.BLOCK, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("BLOCKLISTED");
    }

    @Test
    void anOperatorsBlockOfAListedSenderStillBlocks() {
        trial.told(ControlType.BLOCK, "listed");

        Outcome outcome = trial.from("listed").says("hello");

        assertThat(outcome).hasToString("BLOCKLISTED");
    }

    @Test
    void aRedeliveryIsStillBlocked() {
        trial.from("a").as("1").says("hello");

        Outcome outcome = trial.from("a").as("1").says("hello");

        assertThat(outcome).hasToString("REDELIVERED");
    }

    @Test
    void aPenaltyFromBeforeStopsNobody() {
        trial.under(POLICY.replace("mode: shadow", "mode: enforce")).hears(2, "a");
        trial.under(POLICY);

        Outcome outcome = trial.at("10:01:00").from("a").says("hello");

        assertThat(outcome.isAllowed()).isTrue();
        assertThat(trial.memory("a").standing().penalty()).as("it is kept").isPresent();
    }
}
