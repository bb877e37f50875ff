package io.weirkeeper.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A counter of another algorithm is taken as if its messages were counted one by one, without counting them one by one. */
class AdoptedCounterTest {
    private static final long START = 1_700_000_000_123L;

    private static List<Limiter> limiters(Random random) {
        long window = 1_000 + random.nextInt(100_000);
        return List.of(
                Limiter.slidingWindow(new Rate(1 + random.nextInt(256), window)),
                Limiter.slidingWindow(new Rate(257 + random.nextInt(1_000), window)),
                Limiter.tokenBucket(new Rate(1 + random.nextInt(500), window), 1 + random.nextInt(300)));
    }

    private static Counter filled(Limiter limiter, Random random) {
        Counter counter = limiter.empty();
        long at = START;
        for (int i = random.nextInt(600); i > 0; i--) {
            at += random.nextInt(3) == 0 ? random.nextInt(500) : 0;
            counter = limiter.count(counter, at);
        }
        return counter;
    }

    private static Counter oneByOne(Limiter limiter, Counter counter) {
        Counter adopted = limiter.empty();
        for (Counter.Counted counted : counter.counted()) {
            for (long n = counted.messages(); n > 0; n--) {
                adopted = limiter.count(adopted, counted.at());
            }
        }
        return adopted;
    }

    private static long latest(Counter counter) {
        List<Counter.Counted> counted = counter.counted();
        return counted.isEmpty()
                ? START
                : Math.max(START, counted.get(counted.size() - 1).at());
    }

    @RepeatedTest(50)
    void itHasRoomWhenMessagesCountedOneByOneWould(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 20_261_120) + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        for (Limiter from : limiters(random)) {
            Counter counter = filled(from, random);
            for (Limiter to : limiters(random)) {
                if (counter instanceof Counter.Bucket && to instanceof TokenBucket) {
                    continue; // rescaled, and not counted anew
                }
                Counter expected = oneByOne(to, counter);
                long at = latest(counter) + random.nextInt(100_000);

                assertThat(to.freeAt(counter, at))
                        .as("seed %d, %s to %s", seed, from, to)
                        .isEqualTo(to.freeAt(expected, at));
                assertThat(to.left(counter, at))
                        .as("seed %d, %s to %s", seed, from, to)
                        .isEqualTo(to.left(expected, at));
            }
        }
    }

    @Test
    void millionsOfMessagesAreTakenInAFewSteps() {
        Rate million = new Rate(1_000_000_000, 3_600_000);
        Counter slots = new Counter.Slots(3_600_000, new long[] {30_222_222_224L}, new long[] {1_000_000_000});
        Counter bucket = new Counter.Bucket(START + 3_600_000, 0, million);

        for (int i = 0; i < 1_000; i++) {
            assertThat(Limiter.tokenBucket(million, 1_000_000_000).left(slots, START))
                    .isZero();
            assertThat(Limiter.slidingWindow(new Rate(256, 3_600_000)).left(bucket, START))
                    .isZero();
            assertThat(Limiter.slidingWindow(new Rate(256, 3_600_000)).left(slots, START))
                    .isZero();
        }
    }
}
