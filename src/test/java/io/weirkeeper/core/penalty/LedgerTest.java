package io.weirkeeper.core.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Strikes and episodes of one subject. */
class LedgerTest {
    private static final long WINDOW = 1_000;
    private static final long RULE = 7;

    @Test
    void strikesCountForOneWindow() {
        Ledger ledger = Ledger.EMPTY.violation(RULE, 5_000, 2, 10, WINDOW);

        assertThat(ledger.total(5_000, WINDOW)).isEqualTo(2);
        assertThat(ledger.total(5_999, WINDOW)).isEqualTo(2);
        assertThat(ledger.total(6_000, WINDOW)).isZero();
    }

    @Test
    void anEpisodeContainsItsStartAndNotItsEnd() {
        Ledger ledger = Ledger.EMPTY.violation(RULE, 5_000, 1, 10, WINDOW);

        assertThat(ledger.inEpisode(RULE, 5_000)).isTrue();
        assertThat(ledger.inEpisode(RULE, 5_009)).isTrue();
        assertThat(ledger.inEpisode(RULE, 5_010)).isFalse();
        assertThat(ledger.inEpisode(RULE + 1, 5_000)).isFalse();
    }

    @Test
    void aRuleHasOneEpisodeAtATime() {
        Ledger ledger = Ledger.EMPTY.violation(RULE, 0, 1, 10, WINDOW).violation(RULE, 10, 1, 10, WINDOW);

        assertThat(ledger.episodes()).containsExactly(new Ledger.Episode(RULE, 20));
    }

    @Test
    void whatNoLongerMattersIsDropped() {
        Ledger ledger = Ledger.EMPTY.violation(RULE, 0, 1, 10, WINDOW).violation(RULE + 1, WINDOW, 1, 10, WINDOW);

        assertThat(ledger.strikes()).containsExactly(new Ledger.Strike(WINDOW, 1));
        assertThat(ledger.episodes()).containsExactly(new Ledger.Episode(RULE + 1, WINDOW + 10));
    }

    @Test
    void pointsDoNotOverflow() {
        Ledger ledger = Ledger.EMPTY
                .violation(RULE, 0, Integer.MAX_VALUE, 1, WINDOW)
                .violation(RULE, 1, Integer.MAX_VALUE, 1, WINDOW);

        assertThat(ledger.total(1, WINDOW)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theLedgerIsBoundedAndLosesNoPointsWithinTheWindow() {
        Ledger ledger = Ledger.EMPTY;
        for (int i = 0; i < 1_000; i++) {
            ledger = ledger.violation(i, i, 1, 1, 1_000_000);

            assertThat(ledger.strikes()).hasSizeLessThanOrEqualTo(Ledger.MOST_STRIKES);
            assertThat(ledger.total(i, 1_000_000)).isEqualTo(i + 1);
        }
    }

    @Test
    void joinedStrikesAreForgottenEarlyAndNeverLate() {
        long seed = Long.getLong("seed", 20_261_120);
        Random random = new Random(seed);
        Ledger ledger = Ledger.EMPTY;
        long[] times = new long[500];
        long at = 0;
        for (int i = 0; i < times.length; i++) {
            at += 1 + random.nextInt(50);
            times[i] = at;
            ledger = ledger.violation(i, at, 1, 1, Long.MAX_VALUE / 2);
        }
        for (long now = 0; now < at + WINDOW; now += 97) {
            long exact = 0;
            for (long time : times) {
                exact += time > now - WINDOW ? 1 : 0;
            }
            assertThat(ledger.total(now, WINDOW)).as("seed %d at %d", seed, now).isLessThanOrEqualTo((int) exact);
        }
    }

    @Test
    void joinedStrikesStayInTheOrderOfTime() {
        Ledger ledger = Ledger.EMPTY;
        for (int i = 0; i < 1_000; i++) {
            ledger = ledger.violation(i, (long) i * i, 1, 1, Long.MAX_VALUE / 2);
        }

        assertThat(ledger.strikes()).extracting(Ledger.Strike::at).isSorted();
    }
}
