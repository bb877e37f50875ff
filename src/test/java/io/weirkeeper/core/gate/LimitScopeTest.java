package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** By what a limit counts messages; it applies to those that have all of it. */
class LimitScopeTest {
    private static final String BY_CONVERSATION = "limits: [{id: chat, per: [sender, conversation], allow: 1 per 1m}]";

    private static GateTrial trial(String policy) {
        return GateTrial.with(policy).at("10:00:00");
    }

    @Test
    void eachConversationIsCountedByItself() {
        GateTrial trial = trial(BY_CONVERSATION);
        trial.from("a").in("x").saysSomething();

        Outcome outcome = trial.from("a").in("y").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aConversationIsCountedByItself() {
        GateTrial trial = trial(BY_CONVERSATION);
        trial.from("a").in("x").saysSomething();
        trial.from("a").in("y").saysSomething();

        Outcome outcome = trial.from("a").in("x").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by chat, retry at 10:01:00");
    }

    @Test
    void theSameConversationOfAnotherSubjectIsAnother() {
        GateTrial trial = trial(BY_CONVERSATION);
        trial.from("a").in("x").saysSomething();

        Outcome outcome = trial.from("b").in("x").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aLimitDoesNotApplyToAMessageWithoutOneOfItsFields() {
        GateTrial trial = trial(BY_CONVERSATION).hears(3, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aFieldThatIsEmptyIsNotMissing() {
        GateTrial trial = trial(BY_CONVERSATION);
        trial.from("a").in("").saysSomething();

        Outcome outcome = trial.from("a").in("").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by chat, retry at 10:01:00");
    }

    @Test
    void valuesOfTwoFieldsAreNotRunTogether() {
        GateTrial trial = trial("limits: [{id: chat, per: [sender, conversation, address], allow: 1 per 1m}]");
        trial.from("a").in("xy").fromAddress("z").saysSomething();

        Outcome outcome = trial.from("a").in("x").fromAddress("yz").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theOrderOfTheFieldsDoesNotMatter() {
        GateTrial trial = trial("limits: [{id: chat, per: [conversation, address, sender], allow: 1 per 1m}]");
        trial.from("a").in("x").fromAddress("y").saysSomething();
        trial.under("limits: [{id: chat, per: [sender, address, conversation], allow: 1 per 1m}]");

        Outcome outcome = trial.from("a").in("x").fromAddress("y").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by chat, retry at 10:01:00");
    }

    @Test
    void commandsAreCountedWithoutCase() {
        GateTrial trial = trial("limits: [{id: wifi, per: [sender, command], allow: 1 per 1h}]");
        trial.from("a").asking("LAPOR").saysSomething();

        Outcome outcome = trial.from("a").asking("lapor").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by wifi, retry at 11:00:00");
    }

    @Test
    void underARecipientLimitsAreThoseOfTheRecipient() {
        GateTrial trial = trial("{keyedBy: recipient, limits: [{id: out, per: [recipient], allow: 1 per 1m}]}");
        trial.from("bot 1").to("a").saysSomething();

        Outcome outcome = trial.from("bot 2").to("a").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by out, retry at 10:01:00");
    }

    @Test
    void underARecipientTheSenderIsAFieldLikeAnyOther() {
        GateTrial trial = trial("{keyedBy: recipient, limits: [{id: out, per: [recipient, sender], allow: 1 per 1m}]}");
        trial.from("bot 1").to("a").saysSomething();

        Outcome outcome = trial.from("bot 2").to("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }
}
