package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.limit.Counter;
import io.weirkeeper.core.limit.Limiter;
import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a refusal leaves as it was, and that the same always gives the same. */
class RefusalPropertiesTest extends GateProperties {
    private static final Counter NONE = Limiter.slidingWindow(new Rate(1, 1)).empty();

    @Test
    void aRefusedMessageUsesUpNothingOfLimitsOnAcceptedMessages() {
        forRandomPolicies(5, false, true, (random, policy) -> {
            GateTrial trial = GateTrial.with(policy);
            RandomTraffic traffic = new RandomTraffic(random, 3);
            for (int i = 0; i < 300; i++) {
                RandomTraffic.Step step = traffic.next();
                Counters before = trial.memory(step.subject()).activity().counters();
                Optional<Outcome> outcome = step.on(trial);
                if (outcome.isPresent() && !outcome.get().isAllowed()) {
                    Counters after = trial.memory(step.subject()).activity().counters();
                    long at = outcome.get().verdict().decidedAt();
                    checkUnchanged(policy, outcome.get().verdict().message(), before, after, at);
                }
            }
        });
    }

    private static void checkUnchanged(Policy policy, Message message, Counters before, Counters after, long at) {
        Message read = policy.commands().map(pattern -> pattern.read(message)).orElse(message);
        for (LimitRule limit : policy.limits()) {
            List<MessageField> fields = SubKey.fields(limit.per(), Optional.of(policy.keyedBy()));
            long key = SubKey.of(Fingerprint.of(limit.id()), fields, read);
            if (limit.counts() == LimitRule.Counts.ACCEPTED && SubKey.isComplete(fields, read)) {
                Counter counter = before.get(key, NONE);
                assertThat(after.get(key, NONE))
                        .as(limit.id())
                        .isIn(isIdle(before, key, at) ? List.of(counter, NONE) : List.of(counter));
            }
        }
    }

    private static boolean isIdle(Counters counters, long key, long at) {
        return Arrays.stream(counters.entries()).noneMatch(entry -> entry.key() == key && at < entry.idleAt());
    }

    @Test
    void onlyViolationsChangeTheLedgerAndNoneIsMadeWhilePenalized() {
        forRandomPolicies(4, false, true, (random, policy) -> {
            GateTrial trial = GateTrial.with(policy);
            RandomTraffic traffic = new RandomTraffic(random, 3);
            for (int i = 0; i < 300; i++) {
                RandomTraffic.Step step = traffic.next();
                Ledger before = trial.memory(step.subject()).ledger();
                Optional<Outcome> outcome = step.on(trial);
                if (outcome.isPresent()) {
                    boolean violated = outcome.get().audit().toString().contains("VIOLATION");
                    assertThat(trial.memory(step.subject()).ledger().equals(before))
                            .isNotEqualTo(violated);
                    assertThat(violated
                                    && outcome.get()
                                            .reason()
                                            .filter(reason ->
                                                    reason != Reason.RATE_LIMITED && reason != Reason.DUPLICATE)
                                            .isPresent())
                            .isFalse();
                }
            }
        });
    }

    @Test
    void timeNeverRunsBackwardsForASubject() {
        forRandomPolicies(3, false, true, (random, policy) -> {
            GateTrial trial = GateTrial.with(policy);
            RandomTraffic traffic = new RandomTraffic(random, 3);
            for (int i = 0; i < 300; i++) {
                RandomTraffic.Step step = traffic.next();
                long before = trial.memory(step.subject()).activity().time();
                step.on(trial)
                        .ifPresent(outcome ->
                                assertThat(outcome.verdict().decidedAt()).isEqualTo(Math.max(before, step.at())));
            }
        });
    }

    @Test
    void theSamePolicyAndTrafficGiveTheSameDecisions() {
        long first = Long.getLong("seed", 20_261_120);
        for (long seed = first; seed < first + 50; seed++) {
            assertThat(run(seed)).as("seed %d", seed).isEqualTo(run(seed));
        }
    }

    private static List<Object> run(long seed) {
        Random random = new Random(seed);
        GateTrial trial = GateTrial.with(new RandomPolicies(random, 5, false, true).next());
        RandomTraffic traffic = new RandomTraffic(random, 5);
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(traffic.next().on(trial));
        }
        all.add(trial.memory("a"));
        all.add(trial.memory("b"));
        return all;
    }
}
