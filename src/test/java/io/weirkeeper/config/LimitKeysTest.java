package io.weirkeeper.config;

import static io.weirkeeper.config.Policies.limit;
import static io.weirkeeper.config.Policies.problems;
import static io.weirkeeper.config.Policies.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.LimitRule.Counts;
import io.weirkeeper.core.policy.LimitRule.OnExceed;
import io.weirkeeper.core.policy.LimitRule.SlidingWindow;
import io.weirkeeper.core.policy.LimitRule.TokenBucket;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.Tier;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each key of a limit means. */
class LimitKeysTest {

    @Test
    void aLimitNeedsNoMoreThanAnIdAKeyAndARate() {
        assertThat(limit("{id: a, per: [sender], allow: 5 per 1m}"))
                .isEqualTo(new LimitRule(
                        "a",
                        Set.of(MessageField.SENDER),
                        new Rate(5, 60_000),
                        Counts.ACCEPTED,
                        OnExceed.REFUSE,
                        new SlidingWindow(),
                        0,
                        Mode.ENFORCE,
                        Condition.ALWAYS));
    }

    @Test
    void limitsKeepTheirOrder() {
        assertThat(valid("""
                                limits:
                                  - {id: c, per: [sender], allow: 5 per 1m}
                                  - {id: a, per: [sender], allow: 6 per 1m}
                                  - {id: b, per: [sender], allow: 7 per 1m}
                                """).limits()).extracting(LimitRule::id).containsExactly("c", "a", "b");
    }

    @Test
    void perNamesTheFieldsOfTheKey() {
        assertThat(limit("{id: a, per: [command, sender], allow: 5 per 1m}").per())
                .containsExactlyInAnyOrder(MessageField.SENDER, MessageField.COMMAND);
    }

    @Test
    void perMayNameEveryFieldOfAMessage() {
        for (MessageField field : MessageField.values()) {
            if (field != MessageField.SENDER) {
                assertThat(limit("{id: a, per: [sender, " + field.label() + "], allow: 5 per 1m}")
                                .per())
                        .containsExactlyInAnyOrder(MessageField.SENDER, field);
            }
        }
    }

    @Test
    void allowIsACountPerDuration() {
        assertThat(limit("{id: a, per: [sender], allow: 1000 per 24h}").allow()).isEqualTo(new Rate(1000, 86_400_000));
    }

    @Test
    void countSaysWhichMessagesAreCounted() {
        assertThat(limit("{id: a, per: [sender], allow: 5 per 1s, count: arrivals}")
                        .counts())
                .isEqualTo(Counts.ARRIVALS);
        assertThat(limit("{id: a, per: [sender], allow: 5 per 1s, count: accepted}")
                        .counts())
                .isEqualTo(Counts.ACCEPTED);
    }

    @Test
    void algorithmIsSlidingWindowOrTokenBucket() {
        assertThat(limit("{id: a, per: [sender], allow: 5 per 1s, algorithm: sliding-window}")
                        .algorithm())
                .isEqualTo(new SlidingWindow());
        assertThat(limit("{id: a, per: [sender], allow: 5 per 1s, algorithm: token-bucket}")
                        .algorithm())
                .isEqualTo(new TokenBucket(OptionalLong.empty()));
    }

    @Test
    void burstSaysHowManyATokenBucketAllowsAtOnce() {
        assertThat(limit("{id: a, per: [sender], allow: 10 per 1m, algorithm: token-bucket, burst: 3}")
                        .algorithm())
                .isEqualTo(new TokenBucket(OptionalLong.of(3)));
    }

    @Test
    void strikesModeAndOnExceedAreTaken() {
        LimitRule limit = limit("{id: a, per: [sender], allow: 5 per 1s, strikes: 2, mode: shadow, onExceed: queue}");

        assertThat(limit.strikes()).isEqualTo(2);
        assertThat(limit.mode()).isEqualTo(Mode.SHADOW);
        assertThat(limit.onExceed()).isEqualTo(OnExceed.QUEUE);
        assertThat(limit("{id: a, per: [], allow: 5 per 1s, onExceed: refuse}").onExceed())
                .isEqualTo(OnExceed.REFUSE);
    }

    @ParameterizedTest(name = "[{0}] keyed by {1} leads to the gate {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sender, user       | sender    | SUBJECT",
                "recipient, address | recipient | SUBJECT",
                "user               | sender    | USER",
                "address, user      | sender    | USER",
                "conversation       | sender    | CONVERSATION",
                "channel, address   | sender    | ADDRESS",
                "''                 | sender    | GLOBAL",
                "channel            | sender    | GLOBAL",
                "recipient          | sender    | GLOBAL",
                "sender             | recipient | GLOBAL",
            })
    void aLimitBelongsToTheGateThatPerLeadsTo(String per, String keyedBy, GateKind gate) {
        Policy policy = valid("keyedBy: " + keyedBy + "\nlimits: [{id: a, per: [" + per + "], allow: 5 per 1s}]");

        assertThat(GateKind.of(policy.limits().get(0).per(), policy.keyedBy())).isEqualTo(gate);
    }

    @Test
    void whenNamesAllowedValuesByField() {
        assertThat(limit("{id: a, per: [sender], allow: 5 per 1h, when: {command: [Help, STOP], channel: [sms]}}")
                        .when())
                .isEqualTo(new Condition(
                        Map.of(MessageField.COMMAND, Set.of("help", "stop"), MessageField.CHANNEL, Set.of("sms")),
                        Set.of()));
    }

    @Test
    void whenNamesTiers() {
        assertThat(limit("{id: a, per: [sender], allow: 5 per 1h, when: {tier: [normal, registered, trusted]}}")
                        .when())
                .isEqualTo(new Condition(Map.of(), Set.of(Tier.NORMAL, Tier.REGISTERED, Tier.TRUSTED)));
    }

    @Test
    void aLimitImpliedByAnotherIsFine() {
        assertThat(problems("""
                        limits:
                          - {id: a, per: [sender], allow: 5 per 1m}
                          - {id: b, per: [sender], allow: 6 per 1m}
                          - {id: c, per: [sender], allow: 5 per 1m, strikes: 1}
                          - {id: d, per: [sender], allow: 5 per 1m, mode: shadow}
                          - {id: e, per: [sender], allow: 5 per 1m, count: arrivals}
                          - {id: f, per: [sender], allow: 5 per 1m, algorithm: token-bucket}
                          - {id: g, per: [sender, channel], allow: 5 per 1m}
                          - {id: h, per: [sender], allow: 5 per 1m, when: {tier: [normal]}}
                          - {id: i, per: [sender], allow: 5 per 1m, onExceed: queue}
                          - {id: j, per: [], allow: 5 per 1m}
                          - {id: k, per: [], allow: 5 per 1m, onExceed: queue}
                        """)).isEmpty();
    }

    @Test
    void windowsMayBeAsLongAsTheSettingAllows() {
        String twoDays = "limits: [{id: a, per: [sender], allow: 5 per 2d}]\nduplicates: {window: 2d}";

        assertThat(problems(new PolicyReader(Duration.ofDays(2)).read(twoDays))).isEmpty();
        assertThat(problems(new PolicyReader(Duration.ofHours(47)).read(twoDays)))
                .containsExactly(
                        "line 1: limits[0].allow: the window must be at most 47h (setting state.longestWindow), not 2d",
                        "line 2: duplicates.window: the window must be at most 47h (setting state.longestWindow), not 2d");
    }
}
