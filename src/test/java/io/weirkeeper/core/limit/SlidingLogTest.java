package io.weirkeeper.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlidingLogTest extends LimiterContract {
    @Override
    List<Limiter> limiters() {
        return List.of(
                Limiter.slidingWindow(new Rate(1, 1)),
                Limiter.slidingWindow(new Rate(1, 2_000)),
                Limiter.slidingWindow(new Rate(5, 60_000)),
                Limiter.slidingWindow(new Rate(256, 1_000)));
    }

    @Override
    long atOnce(Limiter limiter) {
        return ((SlidingLog) limiter).rate().count();
    }

    @Override
    long span(Limiter limiter) {
        return ((SlidingLog) limiter).rate().window();
    }

    @Test
    void aMessageLeavesTheWindowExactlyOneWindowAfterItCame() {
        Limiter limiter = Limiter.slidingWindow(new Rate(2, 1_000));
        Counter counter = limiter.count(limiter.count(limiter.empty(), 5_000), 5_400);
        assertThat(limiter.freeAt(counter, 5_500)).isEqualTo(6_000);
        assertThat(limiter.freeAt(limiter.count(counter, 6_000), 6_000)).isEqualTo(6_400);
    }

    @Test
    void aLowerCountAppliesToWhatWasCountedBefore() {
        Limiter generous = Limiter.slidingWindow(new Rate(4, 1_000));
        Counter counter = generous.empty();
        for (long at : new long[] {100, 200, 300, 400}) {
            counter = generous.count(counter, at);
        }
        assertThat(Limiter.slidingWindow(new Rate(2, 1_000)).freeAt(counter, 500))
                .isEqualTo(1_300);
    }
}
