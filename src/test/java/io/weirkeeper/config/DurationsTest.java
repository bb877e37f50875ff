package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"250ms,250", "5s,5000", "1m,60000", "2h,7200000", "1d,86400000", "90s,90000", "007s,7000", "0s,0"})
    void aDurationIsANumberAndAUnit(String text, long millis) {
        assertThat(Durations.parse(text)).hasValue(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "5 s", " 5s", "5s ", "-5s", "+5s", "1.5s", "5S", "5M", "5min", "1h30m", "1w"})
    void anythingElseIsNotOne(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void theLongestDurationStillFitsToTimesOfTheCalendar() {
        assertThat(Durations.parse(Durations.LONGEST + "ms")).hasValue(Durations.LONGEST);
        assertThat(Durations.parse(Durations.LONGEST + 1 + "ms")).isEmpty();
        assertThat(Durations.parse(Durations.LONGEST + "d")).isEmpty();
        assertThat(Durations.parse("9".repeat(100) + "s")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0ms", "1,1ms", "1000,1s", "1001,1001ms", "90000,90s", "60000,1m", "7200000,2h", "86400000,1d"})
    void isWrittenInTheLargestUnitThatIsExact(long millis, String text) {
        assertThat(Durations.format(millis)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        for (long millis : List.of(1L, 999L, 1_000L, 61_000L, 3_600_001L, 86_400_000L * 365, Durations.LONGEST)) {
            assertThat(Durations.parse(Durations.format(millis))).hasValue(millis);
        }
    }

    @Test
    void negativeMillisecondsAreNoDuration() {
        assertThatThrownBy(() -> Durations.format(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("millis must not be negative: -1");
    }
}
