package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import org.junit.jupiter.api.Test;

/** Within which keys texts are compared, and of which messages. */
class DuplicateKeysTest {
    private static final String BY_CONVERSATION = "duplicates: {window: 10s, per: [sender, conversation]}";

    private static GateTrial trial(String policy) {
        return GateTrial.with(policy).at("10:00:00");
    }

    @Test
    void textsOfAnotherSubjectAreNotCompared() {
        GateTrial trial = trial("duplicates: {window: 10s}");
        trial.from("a").says("hello");

        Outcome outcome = trial.from("b").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void withoutPerTextsAreComparedOverAllConversations() {
        GateTrial trial = trial("duplicates: {window: 10s}");
        trial.from("a").in("x").says("hello");

        Outcome outcome = trial.from("a").in("y").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }

    @Test
    void perConversationTheSameMayBeSaidInAnother() {
        GateTrial trial = trial(BY_CONVERSATION);
        trial.from("a").in("x").says("hello");

        Outcome outcome = trial.from("a").in("y").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void perConversationTheSameInTheSameOneIsStopped() {
        GateTrial trial = trial(BY_CONVERSATION);
        trial.from("a").in("x").says("hello");
        trial.from("a").in("y").says("hello");

        Outcome outcome = trial.from("a").in("x").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }

    @Test
    void noConversationIsAConversationOfItsOwn() {
        GateTrial trial = trial(BY_CONVERSATION);
        trial.from("a").says("hello");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }

    @Test
    void noConversationIsOtherThanOneWithoutAName() {
        GateTrial trial = trial(BY_CONVERSATION);
        trial.from("a").says("hello");

        Outcome outcome = trial.from("a").in("").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theSameValueInAnotherFieldIsAnotherKey() {
        GateTrial trial = trial("duplicates: {window: 10s, per: [sender, conversation, address]}");
        trial.from("a").in("x").says("hello");

        Outcome outcome = trial.from("a").fromAddress("x").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theTextAndTheKeyAreNotRunTogether() {
        GateTrial trial = trial(BY_CONVERSATION);
        trial.from("a").in("xh").says("ello");

        Outcome outcome = trial.from("a").in("x").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void thirtyTwoTextsAreKnownOverAllKeys() {
        GateTrial trial = trial(BY_CONVERSATION);
        trial.from("a").in("x").says("hello");
        for (int i = 0; i < 32; i++) {
            trial.from("a").in("y").saysSomething();
        }

        Outcome outcome = trial.from("a").in("x").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void underARecipientTextsToOneRecipientAreComparedWhoeverSendsThem() {
        GateTrial trial = trial("{keyedBy: recipient, duplicates: {window: 10s}}");
        trial.from("bot 1").to("a").says("hello");

        Outcome outcome = trial.from("bot 2").to("a").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }

    @Test
    void messagesForWhichTheRuleIsNotAreNeitherStoppedNorKnown() {
        GateTrial trial = trial("duplicates: {window: 10s, when: {command: [balance]}}");
        trial.from("a").says("hello");

        Outcome outcome = trial.from("a").asking("balance").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void messagesForWhichTheRuleIsAreStopped() {
        GateTrial trial = trial("duplicates: {window: 10s, when: {command: [balance]}}");
        trial.from("a").asking("BALANCE").says("hello");

        Outcome outcome = trial.from("a").asking("Balance").says("hello");

        assertThat(outcome).hasToString("DUPLICATE by duplicates");
    }

    @Test
    void theRuleMayBeForATierOnly() {
        GateTrial trial =
                trial("duplicates: {window: 10s, when: {tier: [normal]}}").told(ControlType.TRUST, "a");
        trial.from("a").says("hello");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }
}
