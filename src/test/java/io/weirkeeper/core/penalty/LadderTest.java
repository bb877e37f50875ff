package io.weirkeeper.core.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From strikes to penalties. */
class LadderTest {
    private static final Ladder LADDER = new Ladder(
            1_000,
            List.of(
                    new Rung(5, PenaltyKind.BAN, OptionalLong.of(60)),
                    new Rung(1, PenaltyKind.WARNING, OptionalLong.empty()),
                    new Rung(3, PenaltyKind.TIMEOUT, OptionalLong.of(10))),
            OptionalInt.of(8));

    @ParameterizedTest
    @CsvSource({
        "1, WARNING",
        "2, WARNING",
        "3, TIMEOUT",
        "4, TIMEOUT",
        "5, BAN",
        "7, BAN",
        "8, PERMANENT",
        "99, PERMANENT"
    })
    void theHighestRungAtOrBelowTheStrikesApplies(int strikes, PenaltyKind kind) {
        assertThat(LADDER.penaltyFor(strikes, 100).map(Penalty::kind)).contains(kind);
    }

    @Test
    void belowTheLowestRungThereIsNone() {
        assertThat(LADDER.penaltyFor(0, 100)).isEmpty();
        assertThat(Ladder.NONE.penaltyFor(1_000, 100)).isEmpty();
    }

    @Test
    void aTimeoutLastsFromTheViolationOn() {
        assertThat(LADDER.penaltyFor(4, 100)).contains(new Penalty(PenaltyKind.TIMEOUT, OptionalLong.of(110), 4));
    }

    @Test
    void aPenaltyStopsUpToItsEnd() {
        Penalty timeout = new Penalty(PenaltyKind.TIMEOUT, OptionalLong.of(110), 4);

        assertThat(timeout.stops(109)).isTrue();
        assertThat(timeout.stops(110)).isFalse();
    }

    @Test
    void aWarningStopsNothingAndPermanentEverything() {
        assertThat(new Penalty(PenaltyKind.WARNING, OptionalLong.empty(), 1).stops(0))
                .isFalse();
        assertThat(new Penalty(PenaltyKind.PERMANENT, OptionalLong.empty(), 1).stops(Long.MAX_VALUE))
                .isTrue();
    }

    @Test
    void onlyTimeoutsAndBansEnd() {
        assertThatThrownBy(() -> new Penalty(PenaltyKind.BAN, OptionalLong.empty(), 1))
                .hasMessage("BAN needs until");
        assertThatThrownBy(() -> new Penalty(PenaltyKind.WARNING, OptionalLong.of(1), 1))
                .hasMessage("WARNING has no until");
        assertThatThrownBy(() -> new Penalty(PenaltyKind.PERMANENT, OptionalLong.of(1), 1))
                .hasMessage("PERMANENT has no until");
    }

    @Test
    void rungsAreValid() {
        assertThatThrownBy(() -> new Rung(0, PenaltyKind.WARNING, OptionalLong.empty()))
                .hasMessage("at must be at least 1, not 0");
        assertThatThrownBy(() -> new Rung(1, PenaltyKind.PERMANENT, OptionalLong.empty()))
                .hasMessage("PERMANENT is no rung");
        assertThatThrownBy(() -> new Rung(1, PenaltyKind.BAN, OptionalLong.empty()))
                .hasMessage("BAN with duration OptionalLong.empty");
    }

    @Test
    void theWindowIsAtMostThirtyDays() {
        assertThatThrownBy(() -> new Ladder(Ladder.LONGEST_WINDOW + 1, List.of(), OptionalInt.empty()))
                .hasMessage("window must be 1 ms to 30 d, not 2592000001 ms");
        assertThatThrownBy(() -> new Ladder(0, List.of(), OptionalInt.empty()))
                .hasMessage("window must be 1 ms to 30 d, not 0 ms");
    }
}
