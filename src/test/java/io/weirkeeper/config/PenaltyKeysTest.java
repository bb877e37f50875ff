package io.weirkeeper.config;

import static io.weirkeeper.config.Policies.problems;
import static io.weirkeeper.config.Policies.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.penalty.Ladder;
import io.weirkeeper.core.penalty.PenaltyKind;
import io.weirkeeper.core.penalty.Rung;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What each key of penalties means. */
class PenaltyKeysTest {

    @Test
    void strikesAreKeptAWeekUnlessThePolicySaysOtherwise() {
        assertThat(valid("penalties: {}").penalties())
                .isEqualTo(new Ladder(7 * 86_400_000L, List.of(), OptionalInt.empty()));
        assertThat(valid("penalties: {window: 30d}").penalties().window()).isEqualTo(30 * 86_400_000L);
    }

    @Test
    void rungsMayStandInAnyOrder() {
        Ladder ladder = valid("""
                        penalties:
                          ladder:
                            - {at: 3, do: ban, for: 1h}
                            - {at: 1, do: warn}
                            - {at: 2, do: timeout, for: 5m}
                        """).penalties();

        assertThat(ladder.rungs())
                .containsExactly(
                        new Rung(1, PenaltyKind.WARNING, OptionalLong.empty()),
                        new Rung(2, PenaltyKind.TIMEOUT, OptionalLong.of(300_000)),
                        new Rung(3, PenaltyKind.BAN, OptionalLong.of(3_600_000)));
    }

    @Test
    void permanentAtIsANumberOfStrikes() {
        assertThat(valid("penalties: {permanentAt: 10}").penalties().permanentAt())
                .hasValue(10);
    }

    @Test
    void onlyTheHighestRungMayLastAsLongAsStrikesAreKept() {
        assertThat(problems("""
                        penalties:
                          window: 1d
                          ladder: [{at: 1, do: ban, for: 86399999ms}, {at: 2, do: ban, for: 365d}]
                        """)).isEmpty();
    }

    @Test
    void strikesWithoutPenaltiesAreFine() {
        assertThat(problems("duplicates: {window: 10s, strikes: 1}")).isEmpty();
    }
}
