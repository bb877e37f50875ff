package io.weirkeeper.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A changed policy keeps what was counted, whatever counts it from then on. */
class CounterCarryOverTest {
    private static final long START = 1_700_000_000_000L;

    static List<Arguments> pairs() {
        List<Limiter> all = List.of(
                Limiter.slidingWindow(new Rate(100, 60_000)),
                Limiter.slidingWindow(new Rate(300, 60_000)),
                Limiter.slidingWindow(new Rate(300, 64_000)),
                Limiter.tokenBucket(new Rate(100, 60_000), 100),
                Limiter.tokenBucket(new Rate(300, 60_000), 300));
        List<Arguments> pairs = new ArrayList<>();
        all.forEach(from -> all.forEach(to -> pairs.add(Arguments.of(from, to))));
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whoHasUsedUpALimitHasUsedUpAsMuchOfTheNextOne(Limiter from, Limiter to) {
        Counter counter = from.empty();
        for (int i = 0; i < 100; i++) {
            counter = from.count(counter, START);
        }
        Counter anew = to.empty();
        for (int i = 0; i < 100; i++) {
            anew = to.count(anew, START);
        }
        assertThat(to.left(counter, START)).isBetween(0L, to.left(anew, START) + to.left(to.empty(), START) * 2 / 3);
        assertThat(to.freeAt(counter, START)).isLessThanOrEqualTo(START + 66_000);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aRefusalAfterTheChangeNamesATightTime(Limiter from, Limiter to) {
        Counter counter = from.empty();
        for (int i = 0; i < 400; i++) {
            counter = from.count(counter, START + i);
        }
        long free = to.freeAt(counter, START + 400);
        for (long before = START + 400; before < free; before += 1 + (free - before) / 7) {
            assertThat(to.freeAt(counter, before)).isEqualTo(free);
        }
        assertThat(to.freeAt(counter, free)).isEqualTo(free);
        assertThat(to.freeAt(to.count(counter, free), free)).isGreaterThanOrEqualTo(free);
    }
}
