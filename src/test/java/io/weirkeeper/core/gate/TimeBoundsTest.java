package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How far the stamp of a record is believed. */
class TimeBoundsTest {
    private static final long HOUR = 3_600_000;
    private static final long NOW = TrialTime.of("10:00:00");

    private static long clamp(long stamp) {
        return TimeBounds.DEFAULT.clamp(stamp, NOW, NOW);
    }

    @Test
    void aStampWithinTheBoundsIsBelieved() {
        assertThat(clamp(NOW - HOUR)).isEqualTo(NOW - HOUR);
        assertThat(clamp(NOW + 5_000)).isEqualTo(NOW + 5_000);
    }

    @Test
    void anEarlierStampIsPutAnHourBehindThePartition() {
        assertThat(clamp(NOW - HOUR - 1)).isEqualTo(NOW - HOUR);
        assertThat(clamp(-1)).isEqualTo(NOW - HOUR);
        assertThat(clamp(Long.MIN_VALUE)).isEqualTo(NOW - HOUR);
    }

    @Test
    void aLaterStampIsPutFiveSecondsAheadOfTheWallClock() {
        assertThat(clamp(NOW + 5_001)).isEqualTo(NOW + 5_000);
        assertThat(clamp(Long.MAX_VALUE)).isEqualTo(NOW + 5_000);
    }

    @Test
    void theFirstRecordOfAPartitionMayBeOfAnyAge() {
        assertThat(TimeBounds.DEFAULT.clamp(1, -1, NOW)).isEqualTo(1);
    }

    @Test
    void noTimeIsNegative() {
        assertThat(TimeBounds.DEFAULT.clamp(-5, -1, NOW)).isZero();
        assertThat(TimeBounds.DEFAULT.clamp(-5, 10, NOW)).isZero();
    }

    @Test
    void aPartitionThatIsAheadOfTheWallClockIsNotHeldBack() {
        assertThat(TimeBounds.DEFAULT.clamp(NOW, NOW + 3 * HOUR, NOW)).isEqualTo(NOW + 2 * HOUR);
    }

    @Test
    void boundsMayBeSet() {
        assertThat(new TimeBounds(0, 0).clamp(NOW - 1, NOW, NOW + 7)).isEqualTo(NOW);
        assertThat(new TimeBounds(0, 0).clamp(NOW + 8, NOW, NOW + 7)).isEqualTo(NOW + 7);
    }

    @Test
    void boundsAreNotNegative() {
        assertThatThrownBy(() -> new TimeBounds(-1, 0)).hasMessage("bounds must not be negative: -1, 0");
        assertThatThrownBy(() -> new TimeBounds(0, -1)).hasMessage("bounds must not be negative: 0, -1");
    }
}
