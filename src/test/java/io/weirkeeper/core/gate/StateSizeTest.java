package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.streams.codec.ActivityCodec;
import io.weirkeeper.streams.codec.LedgerCodec;
import io.weirkeeper.streams.codec.Remembrance;
import io.weirkeeper.streams.codec.StandingCodec;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However many rules and whatever the sender does: the state stays small, and is the same after it was written and read. */
class StateSizeTest extends GateProperties {
    private static final ActivityCodec ACTIVITY = new ActivityCodec();
    private static final LedgerCodec LEDGER = new LedgerCodec();
    private static final StandingCodec STANDING = new StandingCodec();

    @Test
    void theRecordIsBoundedUnderManyRulesAndEverNewSubKeys() {
        forRandomPolicies(50, true, true, (random, policy) -> checkSizes(random, policy, 1_000_000));
    }

    @Test
    void theRecordIsBoundedUnderFewRules() {
        forRandomPolicies(4, true, true, (random, policy) -> checkSizes(random, policy, 40));
    }

    private static void checkSizes(Random random, Policy policy, int subKeys) {
        GateTrial trial = GateTrial.with(policy);
        RandomTraffic traffic = new RandomTraffic(random, subKeys);
        for (int i = 0; i < 300; i++) {
            RandomTraffic.Step step = traffic.next();
            step.on(trial);
            Memory memory = trial.memory(step.subject());
            int bytes = ACTIVITY.encode(remembrance(memory)).length;
            assertThat(bytes)
                    .isLessThanOrEqualTo(Activity.MOST_BYTES)
                    .isLessThanOrEqualTo(footprint(memory.activity()));
            assertThat(memory.activity().counters().entries())
                    .extracting(Counters.Entry::key)
                    .doesNotHaveDuplicates();
            assertThat(memory.ledger().strikes()).hasSizeLessThanOrEqualTo(Ledger.MOST_STRIKES);
            assertThat(memory.activity().texts().size()).isLessThanOrEqualTo(Activity.MOST_TEXTS);
            assertThat(memory.activity().ids().size()).isLessThanOrEqualTo(Activity.MOST_IDS);
        }
    }

    private static int footprint(Activity activity) {
        return Footprint.of(activity.counters(), activity.texts(), activity.ids());
    }

    @Test
    void stateThatWasWrittenAndReadIsTheSameAndDecidesTheSame() {
        forRandomPolicies(6, true, true, (random, policy) -> {
            GateTrial trial = GateTrial.with(policy);
            GateTrial reading = GateTrial.with(policy);
            RandomTraffic traffic = new RandomTraffic(random, 10);
            for (int i = 0; i < 300; i++) {
                RandomTraffic.Step step = traffic.next();
                Optional<Outcome> expected = step.on(trial);
                Optional<Outcome> actual = step.on(reading);
                assertThat(actual).isEqualTo(expected);
                reading.remember(step.subject(), read(reading.memory(step.subject())));
                assertThat(reading.memory(step.subject())).isEqualTo(trial.memory(step.subject()));
            }
        });
    }

    private static Remembrance remembrance(Memory memory) {
        return new Remembrance(memory.activity(), Tally.EMPTY);
    }

    private static Memory read(Memory memory) {
        return new Memory(
                ACTIVITY.decode(ACTIVITY.encode(remembrance(memory))).activity(),
                STANDING.decode(STANDING.encode(memory.standing())),
                LEDGER.decode(LEDGER.encode(memory.ledger())),
                memory.waiting());
    }
}
