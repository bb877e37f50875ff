package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.Reason;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who tries again a millisecond before retryAt is refused, and who does so at it passes, if nothing else came. */
class RetryIsTightTest extends GateProperties {
    private static final Set<Reason> TIMED = Set.of(Reason.RATE_LIMITED, Reason.PENALIZED);

    @Test
    void withSeveralSmallLimits() {
        forRandomPolicies(5, false, false, (random, policy) -> check(random, policy, 300));
    }

    @Test
    void withRulesInShadowBetweenThem() {
        forRandomPolicies(4, false, true, (random, policy) -> check(random, policy, 300));
    }

    @Test
    void withLargeLimits() {
        forRandomPolicies(3, true, false, (random, policy) -> check(random, policy, 900));
    }

    private static void check(Random random, Policy policy, int steps) {
        GateTrial trial = GateTrial.with(policy);
        RandomTraffic traffic = new RandomTraffic(random, 3);
        for (int i = 0; i < steps; i++) {
            Optional<Outcome> outcome = traffic.next().on(trial);
            if (outcome.isPresent()
                    && outcome.get().reason().filter(TIMED::contains).isPresent()) {
                check(trial, outcome.get());
            }
        }
    }

    private static void check(GateTrial trial, Outcome refused) {
        Message message = again(refused.verdict().message(), refused.reason().orElseThrow());
        Memory memory = trial.memory(message.sender());
        if (refused.retryAt().isEmpty()) {
            assertThat(memory.standing().penalty().orElseThrow().penalty().until())
                    .isEmpty();
            return;
        }
        long retryAt = refused.retryAt().getAsLong();
        assertThat(retryAt).isGreaterThan(refused.verdict().decidedAt());
        assertThat(judged(trial.gate(), message, memory, retryAt - 1).reason())
                .as("a millisecond before %s", refused)
                .isPresent()
                .get()
                .isIn(TIMED);
        assertThat(judged(trial.gate(), message, memory, retryAt).isAllowed())
                .as("at the time of %s", refused)
                .isTrue();
    }

    private static Outcome judged(SenderGate gate, Message message, Memory memory, long at) {
        return Outcome.of(gate.decide(message, memory, new Moment(at, at)).effects());
    }

    /** With another id; in other words where the text may have been said before the penalty. */
    private static Message again(Message message, Reason reason) {
        return new Message(
                message.id() + " again",
                message.channel(),
                message.sender(),
                message.recipient(),
                message.user(),
                message.conversation(),
                message.command(),
                message.address(),
                message.language(),
                message.priority(),
                reason == Reason.PENALIZED ? message.body() + " again" : message.body(),
                message.sentAt(),
                message.attributes());
    }
}
