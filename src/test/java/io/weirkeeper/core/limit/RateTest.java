package io.weirkeeper.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void aRateReadsAsItStandsInAPolicy() {
        assertThat(new Rate(5, 60_000)).hasToString("5 per 1m");
        assertThat(new Rate(1, 90_000)).hasToString("1 per 90s");
        assertThat(new Rate(3, 86_400_000)).hasToString("3 per 1d");
        assertThat(new Rate(3, 1_500)).hasToString("3 per 1500ms");
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> new Rate(0, 1)).hasMessage("count must be at least 1, not 0");
        assertThatThrownBy(() -> new Rate(1, 0)).hasMessage("window must be at least 1 ms, not 0");
    }
}
