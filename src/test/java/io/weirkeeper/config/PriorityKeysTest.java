package io.weirkeeper.config;

import static io.weirkeeper.config.Policies.problems;
import static io.weirkeeper.config.Policies.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.PriorityRule;
import io.weirkeeper.core.standing.Tier;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each key of priorities means. */
class PriorityKeysTest {

    @Test
    void prioritiesKeepTheirOrder() {
        assertThat(valid("""
                                priorities:
                                  - {when: {command: [LAPOR, Stop]}, is: 9}
                                  - {when: {tier: [registered, trusted]}, is: 5}
                                  - {when: {channel: [sms], tier: [normal]}, is: 0}
                                """).priorities())
                .containsExactly(
                        new PriorityRule(
                                new Condition(Map.of(MessageField.COMMAND, Set.of("lapor", "stop")), Set.of()), 9),
                        new PriorityRule(new Condition(Map.of(), Set.of(Tier.REGISTERED, Tier.TRUSTED)), 5),
                        new PriorityRule(
                                new Condition(Map.of(MessageField.CHANNEL, Set.of("sms")), Set.of(Tier.NORMAL)), 0));
    }

    @Test
    void thereMayBeNone() {
        assertThat(valid("priorities: []").priorities()).isEmpty();
    }

    @Test
    void twoEntriesMayGiveTheSamePriority() {
        assertThat(problems("priorities: [{when: {command: [A]}, is: 9}, {when: {command: [B]}, is: 9}]"))
                .isEmpty();
    }
}
