package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.limit.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {

    @Test
    void aRateIsACountPerDuration() {
        assertThat(Rates.parse("5 per 1m")).hasValue(new Rate(5, 60_000));
        assertThat(Rates.parse("1000  per  250ms")).hasValue(new Rate(1000, 250));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "5/1m", "5 per", "per 1m", "5 per 1 m", "5per 1m", "5 Per 1m", "-5 per 1m", "5.0 per 1m"
            })
    void anythingElseIsNotOne(String text) {
        assertThat(Rates.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 per 1m", "5 per 0s", "9223372036854775808 per 1m", "5 per 9223372036854775808d"})
    void nothingAndTooMuchAreNoRates(String text) {
        assertThat(Rates.parse(text)).isEmpty();
    }
}
