package io.weirkeeper.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenBucketTest extends LimiterContract {
    @Override
    List<Limiter> limiters() {
        return List.of(
                Limiter.tokenBucket(new Rate(10, 60_000), 3),
                Limiter.tokenBucket(new Rate(7, 1_000), 7),
                Limiter.tokenBucket(new Rate(3, 10), 1),
                Limiter.tokenBucket(new Rate(1_000, 3_600_000), 50),
                Limiter.tokenBucket(new Rate(1, 1_000), 5));
    }

    @Override
    long atOnce(Limiter limiter) {
        return ((TokenBucket) limiter).burst();
    }

    @Override
    long span(Limiter limiter) {
        TokenBucket bucket = (TokenBucket) limiter;
        return bucket.burst() * bucket.rate().window() / bucket.rate().count() + 1;
    }

    @Test
    void aTokenComesBackEveryIntervalExactlyRoundedUpToTheMillisecond() {
        Limiter limiter = Limiter.tokenBucket(new Rate(3, 1_000), 1);
        Counter counter = limiter.count(limiter.empty(), 0);
        assertThat(limiter.freeAt(counter, 0)).isEqualTo(334);
        // 333 1/3 + 333 1/3 = 666 2/3 for who was there at once
        Limiter two = Limiter.tokenBucket(new Rate(3, 1_000), 2);
        counter = two.count(two.count(two.empty(), 0), 0);
        assertThat(two.freeAt(counter, 0)).isEqualTo(334);
        counter = two.count(counter, 334);
        assertThat(two.freeAt(counter, 334)).isEqualTo(667);
        counter = two.count(counter, 667);
        assertThat(two.freeAt(counter, 667)).isEqualTo(1_000);
    }

    @Test
    void aBurstBelow1IsRefused() {
        assertThatThrownBy(() -> Limiter.tokenBucket(new Rate(1, 1), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("burst must be at least 1, not 0");
    }
}
