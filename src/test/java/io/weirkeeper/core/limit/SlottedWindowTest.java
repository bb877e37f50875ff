package io.weirkeeper.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SlottedWindowTest extends LimiterContract {
    @Override
    List<Limiter> limiters() {
        return List.of(
                Limiter.slidingWindow(new Rate(257, 60_000)),
                Limiter.slidingWindow(new Rate(300, 1_000)),
                Limiter.slidingWindow(new Rate(1_000, 17)),
                Limiter.slidingWindow(new Rate(400, 86_400_000)));
    }

    @Override
    long atOnce(Limiter limiter) {
        return ((SlottedWindow) limiter).rate().count();
    }

    @Override
    long span(Limiter limiter) {
        long window = ((SlottedWindow) limiter).rate().window();
        return window + (window + 63) / 64;
    }

    @RepeatedTest(5)
    void noWindowEverHoldsMoreThanNAndNothingIsRefusedMoreThanASlotEarly() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Rate rate = new Rate(300, 6_400);
        Limiter limiter = Limiter.slidingWindow(rate);
        Counter counter = limiter.empty();
        Deque<Long> window = new ArrayDeque<>();
        Deque<Long> windowAndASlot = new ArrayDeque<>();
        long at = START;
        for (int i = 0; i < 20_000; i++) {
            at += random.nextInt(20);
            drop(window, at - rate.window());
            drop(windowAndASlot, at - rate.window() - rate.window() / 64);
            if (limiter.freeAt(counter, at) == at) {
                counter = limiter.count(counter, at);
                window.add(at);
                windowAndASlot.add(at);
                assertThat(window.size()).as("seed %d", seed).isLessThanOrEqualTo(300);
            } else {
                assertThat(windowAndASlot.size()).as("seed %d", seed).isGreaterThanOrEqualTo(300);
            }
        }
    }

    @Test
    void aSlotCountsUntilItsLastInstantHasLeftTheWindow() {
        Limiter limiter = Limiter.slidingWindow(new Rate(300, 64_000));
        Counter counter = limiter.empty();
        for (int i = 0; i < 300; i++) {
            counter = limiter.count(counter, 10_500);
        }
        assertThat(limiter.freeAt(counter, 11_000)).isEqualTo(10_999 + 64_000);
    }

    @Test
    void slotsOfAWindowThat64DoesNotDivideFollowEachOtherWithoutGapOrOverlap() {
        for (long window : new long[] {1, 17, 1_000, 60_000, 3_600_001}) {
            for (long at = 1_700_000_000_000L; at < 1_700_000_000_200L; at++) {
                long slot = SlottedWindow.slotOf(at, window);
                assertThat(SlottedWindow.lastInstant(slot, window)).isGreaterThanOrEqualTo(at);
                assertThat(SlottedWindow.lastInstant(slot - 1, window)).isLessThan(at);
            }
        }
    }

    private static void drop(Deque<Long> times, long upTo) {
        while (!times.isEmpty() && times.getFirst() <= upTo) {
            times.removeFirst();
        }
    }
}
