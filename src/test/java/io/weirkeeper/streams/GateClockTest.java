package io.weirkeeper.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** All in milliseconds; the wall clock starts at NOON. */
class GateClockTest {
    private static final long NOON = 1_772_452_800_000L;
    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600 * SECOND;

    private final GateClock clock = new GateClock(NOON - 2 * HOUR, NOON);

    @Test
    void itShowsTheTimeOfTheLatestRecord() {
        clock.observe(NOON - HOUR, NOON);

        assertThat(clock.now(NOON)).isEqualTo(NOON - HOUR);
    }

    @Test
    void afterALiveRecordItRunsOnWithTheWallClock() {
        clock.observe(NOON - 5 * SECOND, NOON);

        assertThat(clock.now(NOON + 7)).isEqualTo(NOON - 5 * SECOND + 7);
    }

    @Test
    void aRecordAMillisecondOlderThanThatIsBacklogAndItStandsStill() {
        clock.observe(NOON - 5 * SECOND - 1, NOON);

        assertThat(clock.now(NOON + 29 * SECOND)).isEqualTo(NOON - 5 * SECOND - 1);
    }

    @Test
    void betweenTwoRecordsOfABacklogItStandsStillHoweverSlowlyTheyCome() {
        clock.observe(NOON - HOUR, NOON);
        clock.observe(NOON - HOUR + 40, NOON + 20 * SECOND);

        assertThat(clock.now(NOON + 49 * SECOND)).isEqualTo(NOON - HOUR + 40);
    }

    @Test
    void whenNothingHasComeForThirtySecondsItRunsOn() {
        clock.observe(NOON - HOUR, NOON);

        assertThat(clock.now(NOON + 30 * SECOND)).isEqualTo(NOON - HOUR);
        assertThat(clock.now(NOON + 31 * SECOND)).isEqualTo(NOON - HOUR + SECOND);
    }

    @Test
    void itNeverRunsBackwards() {
        clock.observe(NOON, NOON);
        clock.observe(NOON - HOUR, NOON + 10);

        assertThat(clock.now(NOON + 10)).isEqualTo(NOON + 10);
    }

    @Test
    void aLateRecordStopsItUntilTheNextLiveOneOrThirtySecondsAfter() {
        clock.observe(NOON, NOON);
        clock.observe(NOON - HOUR, NOON + 10);
        assertThat(clock.now(NOON + 30 * SECOND)).isEqualTo(NOON + 10);

        clock.observe(NOON + 30 * SECOND, NOON + 30 * SECOND);
        assertThat(clock.now(NOON + 31 * SECOND)).isEqualTo(NOON + 31 * SECOND);
    }

    @Test
    void aRecordAheadOfTheWallClockIsLive() {
        clock.observe(NOON + 5 * SECOND, NOON);

        assertThat(clock.now(NOON + SECOND)).isEqualTo(NOON + 6 * SECOND);
    }

    @Test
    void afterARestartItStartsAtTheLatestKnownTimeAndStandsStillAtFirst() {
        assertThat(clock.now(NOON)).isEqualTo(NOON - 2 * HOUR);
        assertThat(clock.now(NOON + 30 * SECOND)).isEqualTo(NOON - 2 * HOUR);
    }

    @Test
    void afterARestartWithoutRecordsItRunsOnAfterThirtySeconds() {
        assertThat(clock.now(NOON + 90 * SECOND)).isEqualTo(NOON - 2 * HOUR + 60 * SECOND);
    }
}
