package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlType;
import org.junit.jupiter.api.Test;

/** No rule applies to admins but those on addresses and age; nothing of them is counted or remembered. */
class AdminTest {
    private final GateTrial trial = GateTrial.with("""
            admins: [boss]
            maxAge: 1m
            registeredOnly: true
            blocked: {senders: [boss], addresses: [9.9.9.9]}
            duplicates: {window: 1m}
            limits: [{id: sender, per: [sender], allow: 1 per 1m}]
            """).at("10:00:00");

    @Test
    void anAdminPassesEverything() {
        trial.told(ControlType.BLOCK, "boss").from("boss").as("1").says("hello");

        Outcome outcome = trial.from("boss").as("1").says("hello");

        assertThat(outcome).hasToString("ALLOWED bypass admin");
    }

    @Test
    void nothingOfAnAdminIsRemembered() {
        trial.from("boss").as("1").says("hello");

        assertThat(trial.memory("boss")).isEqualTo(Memory.EMPTY);
    }

    @Test
    void whoIsNoLongerAnAdminStartsAnew() {
        trial.from("boss").as("1").says("hello");
        trial.under("""
                duplicates: {window: 1m}
                limits: [{id: sender, per: [sender], allow: 1 per 1m}]
                """);

        Outcome outcome = trial.from("boss").as("1").says("hello");

        assertThat(outcome).hasToString("ALLOWED");
    }

    @Test
    void anAdminAtABlockedAddressIsStopped() {
        Outcome outcome = trial.from("boss").fromAddress("9.9.9.9").says("hello");

        assertThat(outcome).hasToString("BLOCKLISTED");
    }

    @Test
    void anAdminsStaleMessageIsStopped() {
        trial.whileTheClockShows("10:01:00.001");

        Outcome outcome = trial.from("boss").says("hello");

        assertThat(outcome).hasToString("STALE");
    }

    @Test
    void underARecipientAdminsAreRecipients() {
        trial.under("{keyedBy: recipient, admins: [boss], limits: [{id: out, per: [recipient], allow: 1 per 1m}]}");
        trial.from("boss").to("a").saysSomething();

        Outcome toSomebody = trial.from("boss").to("a").says("hello");
        Outcome toTheAdmin = trial.from("a").to("boss").says("hello");

        assertThat(toSomebody).hasToString("RATE_LIMITED by out, retry at 10:01:00");
        assertThat(toTheAdmin).hasToString("ALLOWED bypass admin");
    }
}
