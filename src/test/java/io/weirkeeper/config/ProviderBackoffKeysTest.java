package io.weirkeeper.config;

import static io.weirkeeper.config.Policies.problems;
import static io.weirkeeper.config.Policies.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.policy.BackoffRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What each key of providerBackoff means. */
class ProviderBackoffKeysTest {

    @Test
    void soManyErrorsInSoMuchTimeMakeAPause() {
        assertThat(valid("providerBackoff: {errors: 5 per 1m, pause: 10m}").providerBackoff())
                .hasValue(new BackoffRule(new Rate(5, 60_000), 600_000));
    }

    @Test
    void windowAndPauseMayBeAsLongAsTheSettingAllows() {
        String twoDays = "providerBackoff: {errors: 5 per 2d, pause: 2d}";

        assertThat(problems(new PolicyReader(Duration.ofDays(2)).read(twoDays))).isEmpty();
        assertThat(problems(new PolicyReader(Duration.ofHours(47)).read(twoDays)))
                .hasSize(2);
    }
}
