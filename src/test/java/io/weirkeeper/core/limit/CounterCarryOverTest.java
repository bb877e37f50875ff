package io.weirkeeper.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    void whatALogTakesFromSlotsStaysInItUntilTheSlotHasLeftTheWindow() {
        Limiter slots = Limiter.slidingWindow(new Rate(300, 64_000));
        Limiter log = Limiter.slidingWindow(new Rate(4, 64_000));
        Counter counter = slots.count(slots.count(slots.empty(), START + 500), START + 500);
        counter = slots.count(counter, START + 64_100);

        counter = log.count(counter, START + 64_100);

        assertThat(log.freeAt(counter, START + 64_100)).isEqualTo(START + 64_999);
    }

    @Test
    void norDoSlotsLeaveEarlierForThoseOfAnotherWindow() {
        Limiter longer = Limiter.slidingWindow(new Rate(300, 128_000));
        Limiter shorter = Limiter.slidingWindow(new Rate(300, 64_000));
        Counter counter = longer.empty();
        for (int i = 0; i < 299; i++) {
            counter = longer.count(counter, START + 1_900);
        }

        counter = longer.count(counter, START + 65_000);

        assertThat(shorter.freeAt(counter, START + 65_000)).isEqualTo(START + 65_999);
    }
}
