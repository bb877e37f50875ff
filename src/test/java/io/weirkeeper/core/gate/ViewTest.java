package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.standing.ControlType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an operator sees of a subject. */
class ViewTest {
    private static SubjectView view(GateTrial trial, String subject, String time, Map<MessageField, String> fields) {
        long at = TrialTime.of(time);
        return trial.gate().view(new Inquiry(subject, fields), trial.memory(subject), new Moment(at, at));
    }

    private static LimitUsage.Room room(GateTrial trial, String subject, String time) {
        return view(trial, subject, time, Map.of()).limits().get(0).room().orElseThrow();
    }

    private static OptionalLong time(String text) {
        return OptionalLong.of(TrialTime.of(text));
    }

    @Test
    void aLimitIsFreeAgainWhenItsLatestMessageHasLeftTheWindow() {
        GateTrial trial = GateTrial.with("limits: [{id: two, per: [sender], allow: 2 per 1m}]");
        trial.at("10:00:00").hears(1, "a");
        assertThat(room(trial, "a", "10:00:00"))
                .isEqualTo(new LimitUsage.Room(1, 1, time("10:01:00"), OptionalLong.empty()));

        trial.at("10:00:20").hears(3, "a");

        assertThat(room(trial, "a", "10:00:30"))
                .isEqualTo(new LimitUsage.Room(2, 0, time("10:01:20"), time("10:01:00")));
        assertThat(room(trial, "a", "10:01:20"))
                .isEqualTo(new LimitUsage.Room(0, 2, OptionalLong.empty(), OptionalLong.empty()));
    }

    @Test
    void ofABucketItTellsTheTokens() {
        GateTrial trial =
                GateTrial.with("limits: [{id: b, per: [sender], allow: 6 per 1m, algorithm: token-bucket, burst: 2}]");
        trial.at("10:00:00").hears(2, "a");
        assertThat(room(trial, "a", "10:00:00"))
                .isEqualTo(new LimitUsage.Room(2, 0, time("10:00:20"), time("10:00:10")));
        assertThat(room(trial, "a", "10:00:10"))
                .isEqualTo(new LimitUsage.Room(1, 1, time("10:00:20"), OptionalLong.empty()));
    }

    @Test
    void aStrangerHasEverythingLeftAndNoStanding() {
        GateTrial trial = GateTrial.with("limits: [{id: two, per: [sender], allow: 2 per 1m}]");
        SubjectView view = view(trial, "nobody", "10:00:00", Map.of());
        assertThat(view.standing().isEmpty()).isTrue();
        assertThat(view.strikes()).isZero();
        assertThat(view.limits())
                .containsExactly(new LimitUsage(
                        "two",
                        new Rate(2, 60_000),
                        true,
                        Optional.of(new LimitUsage.Room(0, 2, OptionalLong.empty(), OptionalLong.empty()))));
    }

    @Test
    void aTrustedSubjectHasItsFactor() {
        GateTrial trial = GateTrial.with(
                "trusted: {senders: [friend], factor: 3}\nlimits: [{id: two, per: [sender], allow: 2 per 1m}]");
        trial.at("10:00:00").hears(1, "friend");
        LimitUsage usage = view(trial, "friend", "10:00:00", Map.of()).limits().get(0);
        assertThat(usage.allow()).isEqualTo(new Rate(6, 60_000));
        assertThat(usage.room().orElseThrow().left()).isEqualTo(5);
        assertThat(view(trial, "friend", "10:00:00", Map.of()).listed())
                .isEqualTo(new SubjectView.Listed(false, true, false));
    }

    @Test
    void aLimitByMoreThanTheSubjectAppliesWhenTheFieldIsTold() {
        GateTrial trial = GateTrial.with("""
                limits:
                  - {id: chat, per: [sender, conversation], allow: 2 per 1m}
                  - {id: open, per: [sender], allow: 2 per 1m, when: {command: [OPEN]}}
                  - {id: way, per: [sender, channel], allow: 2 per 1m}
                """);
        assertThat(view(trial, "a", "10:00:00", Map.of()).limits())
                .allSatisfy(limit -> assertThat(limit.room()).isEmpty());
        assertThat(view(
                                trial,
                                "a",
                                "10:00:00",
                                Map.of(
                                        MessageField.CONVERSATION,
                                        "1",
                                        MessageField.COMMAND,
                                        "open",
                                        MessageField.CHANNEL,
                                        "sms"))
                        .limits())
                .allSatisfy(limit -> assertThat(limit.room()).isPresent());
    }

    @Test
    void theLedgerNamesItsRules() {
        GateTrial trial = GateTrial.with("""
                limits: [{id: one, per: [sender], allow: 1 per 1m, strikes: 2}]
                penalties: {window: 1h, ladder: [{at: 2, do: timeout, for: 5m}]}
                """);
        trial.told(ControlType.REGISTER, "a").at("10:00:00").hears(2, "a");
        SubjectView view = view(trial, "a", "10:00:30", Map.of());
        assertThat(view.strikes()).isEqualTo(2);
        assertThat(view.episodes())
                .containsExactly(new SubjectView.Episode(Optional.of("one"), TrialTime.of("10:01:00")));
        assertThat(view.standing().penalty()).isPresent();
        assertThat(view.standing().registration()).isPresent();
        assertThat(view(trial, "a", "11:30:00", Map.of()).strikes()).isZero();
        assertThat(view(trial, "a", "11:30:00", Map.of()).standing().penalty()).isEmpty();
    }

    @Test
    void theGlobalGateTellsWhatItsLimitsHaveLeft() {
        WiderGate gate = new WiderGate(GateKind.GLOBAL, GateTrial.policy("""
                        limits:
                          - {id: all, per: [], allow: 3 per 1m}
                          - {id: some, per: [], allow: 2 per 1m, when: {command: [OPEN]}}
                          - {id: way, per: [channel], allow: 3 per 1m}
                        """), Lists.NONE);
        assertThat(gate.usage(Memory.EMPTY, new Moment(1, 1)))
                .extracting(LimitUsage::id, limit -> limit.room().map(LimitUsage.Room::left))
                .containsExactly(
                        tuple("all", Optional.of(3L)), tuple("some", Optional.of(2L)), tuple("way", Optional.empty()));
    }

    /** What it says is left passes, and no more; what it says of the time when one has room is so to the millisecond. */
    @Test
    void whatIsLeftPassesAndNoMore() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String algorithm =
                    random.nextBoolean() ? "" : ", algorithm: token-bucket, burst: " + (1 + random.nextInt(4));
            GateTrial trial = GateTrial.with("limits: [{id: l, per: [sender], allow: " + (1 + random.nextInt(400))
                    + " per 1m" + algorithm + "}]");
            long at = TrialTime.of("10:00:00");
            for (int i = 0; i < 50; i++) {
                at += random.nextInt(3_000);
                trial.at(at).hears(1 + random.nextInt(20), "a");
            }
            LimitUsage.Room room = trial.gate()
                    .view(new Inquiry("a", Map.of()), trial.memory("a"), new Moment(at, at))
                    .limits()
                    .get(0)
                    .room()
                    .orElseThrow();
            trial.at(at);
            for (long n = 0; n < room.left(); n++) {
                assertThat(trial.from("a").saysSomething().isAllowed())
                        .as("seed %s", seed)
                        .isTrue();
            }
            assertThat(trial.from("a").saysSomething().isAllowed())
                    .as("seed %s", seed)
                    .isFalse();
            assertThat(room.freeAt().isPresent()).isEqualTo(room.left() == 0);
            if (room.freeAt().isPresent()) {
                trial.at(room.freeAt().getAsLong() - 1);
                assertThat(trial.from("a").saysSomething().isAllowed())
                        .as("seed %s", seed)
                        .isFalse();
                trial.at(room.freeAt().getAsLong());
                assertThat(trial.from("a").saysSomething().isAllowed())
                        .as("seed %s", seed)
                        .isTrue();
            }
        }
    }
}
