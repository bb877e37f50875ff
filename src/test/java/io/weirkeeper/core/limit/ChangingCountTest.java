package io.weirkeeper.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** However often N changes, as when trust comes and goes, no window ends with a message too many for the N of that time. */
class ChangingCountTest {
    private static final long WINDOW = 6_400;
    private static final List<Integer> COUNTS = List.of(100, 250, 300);

    @RepeatedTest(20)
    void noWindowEverHoldsMoreThanN(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 20_261_120) + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Rate rate = new Rate(COUNTS.get(0), WINDOW);
        Counter counter = Limiter.slidingWindow(rate).empty();
        Deque<Long> accepted = new ArrayDeque<>();
        long at = LimiterContract.START;
        int pace = 1;
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(20) == 0) {
                rate = new Rate(COUNTS.get(random.nextInt(COUNTS.size())), WINDOW);
                pace = 1 + random.nextInt(80);
            }
            at += random.nextInt(pace);
            while (!accepted.isEmpty() && accepted.getFirst() <= at - WINDOW) {
                accepted.removeFirst();
            }
            Limiter limiter = Limiter.slidingWindow(rate);
            if (limiter.freeAt(counter, at) == at) {
                counter = limiter.count(counter, at);
                accepted.add(at);
                assertThat((long) accepted.size()).as("seed %d, %s", seed, rate).isLessThanOrEqualTo(rate.count());
            }
        }
    }
}
