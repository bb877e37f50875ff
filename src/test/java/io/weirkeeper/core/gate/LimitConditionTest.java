package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import org.junit.jupiter.api.Test;

/** For which messages a limit is, and how the command of a message is found. */
class LimitConditionTest {
    private static final String WIFI =
            "{limits: [{id: wifi, per: [sender], allow: 1 per 1h, when: {command: [Ganti, hapus]}}]}";
    private static final String BY_COMMAND = """
            commands: {pattern: "^[!/](\\\\w+)"}
            limits: [{id: wifi, per: [sender, command], allow: 1 per 1h}]
            """;

    private static GateTrial trial(String policy) {
        return GateTrial.with(policy).at("10:00:00");
    }

    @Test
    void aConditionTakesAnyOfItsValuesWithoutCaseForCommands() {
        GateTrial trial = trial(WIFI);
        trial.from("a").asking("GANTI").saysSomething();

        Outcome outcome = trial.from("a").asking("Hapus").says("hello");

        assertThat(outcome).hasToString("RATE_LIMITED by wifi, retry at 11:00:00");
    }

    @Test
    void aMessageForWhichTheLimitIsNotIsNotCounted() {
        GateTrial trial = trial(WIFI);
        trial.from("a").asking("other").saysSomething();
        trial.hears(3, "a");

        Outcome outcome = trial.from("a").asking("ganti").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void valuesOfOtherFieldsAreComparedWithCase() {
        GateTrial trial = trial("limits: [{id: vip, per: [sender], allow: 1 per 1h, when: {conversation: [Vip]}}]");
        trial.from("a").in("Vip").saysSomething();

        Outcome outcome = trial.from("a").in("vip").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aConditionOnTwoFieldsNeedsBoth() {
        GateTrial trial =
                trial("limits: [{id: x, per: [sender], allow: 1 per 1h, when: {command: [go], conversation: [c]}}]");
        trial.from("a").asking("go").in("c").saysSomething();

        Outcome outcome = trial.from("a").asking("go").in("d").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theCommandIsReadFromTheTextWhenTheMessageNamesNone() {
        GateTrial trial = trial(BY_COMMAND);
        trial.from("a").says("/Help me");

        Outcome outcome = trial.from("a").says("!help you");

        assertThat(outcome).hasToString("RATE_LIMITED by wifi, retry at 11:00:00");
    }

    @Test
    void theCommandThatTheMessageNamesComesFirst() {
        GateTrial trial = trial(BY_COMMAND);
        trial.from("a").says("/help me");

        Outcome outcome = trial.from("a").asking("other").says("/help you");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void aTextWithoutACommandHasNone() {
        GateTrial trial = trial(BY_COMMAND);
        trial.from("a").says("please help");

        Outcome outcome = trial.from("a").says("please help me");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void theVerdictCarriesTheMessageAsItCame() {
        GateTrial trial = trial("commands: {pattern: \"^[!/](\\\\w+)\"}");

        Outcome outcome = trial.from("a").says("/help me");

        assertThat(outcome.verdict().message().command()).isEmpty();
    }

    @Test
    void aLimitMayBeForTheUntrustedOnly() {
        GateTrial trial = trial(
                        "limits: [{id: sender, per: [sender], allow: 1 per 1h, when: {tier: [normal, registered]}}]")
                .told(ControlType.TRUST, "a")
                .hears(3, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void whoIsTrustedAndRegisteredIsOfTheTrustedTier() {
        GateTrial trial = trial("limits: [{id: sender, per: [sender], allow: 1 per 1h, when: {tier: [registered]}}]")
                .told(ControlType.TRUST, "a")
                .told(ControlType.REGISTER, "a")
                .hears(1, "a");

        Outcome outcome = trial.from("a").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }
}
