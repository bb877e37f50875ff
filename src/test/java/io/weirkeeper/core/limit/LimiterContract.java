package io.weirkeeper.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every algorithm promises, tried on random traffic. A failure prints its seed. */
abstract class LimiterContract {
    static final long START = 1_700_000_000_123L;

    /** Limiters with small and large rates, windows that 64 does not divide, and bursts. */
    abstract List<Limiter> limiters();

    /** So many messages can be accepted at one instant by an empty counter. */
    abstract long atOnce(Limiter limiter);

    /** A time span in which the limiter gives back all it took. */
    abstract long span(Limiter limiter);

    @RepeatedTest(30)
    void aRefusalIsFollowedByRoomExactlyAtFreeAtAndNotAMillisecondBefore() {
        forRandomTraffic((limiter, counter, at, random) -> {
            long free = limiter.freeAt(counter, at);
            if (free > at) {
                assertThat(limiter.freeAt(counter, free - 1)).isEqualTo(free);
                assertThat(limiter.freeAt(counter, free)).isEqualTo(free);
            }
        });
    }

    @RepeatedTest(10)
    void freeAtDoesNotDependOnWhenItIsAsked() {
        forRandomTraffic((limiter, counter, at, random) -> {
            long free = limiter.freeAt(counter, at);
            long between = at + (long) (random.nextDouble() * (free - at));
            assertThat(limiter.freeAt(counter, between)).isEqualTo(Math.max(between, free));
        });
    }

    @RepeatedTest(10)
    void thereIsRoomExactlyWhileSomethingIsLeft() {
        forRandomTraffic((limiter, counter, at, random) ->
                assertThat(limiter.left(counter, at) > 0).isEqualTo(limiter.freeAt(counter, at) == at));
    }

    @RepeatedTest(10)
    void asManyAsAreLeftFitAtOnceAndNoMore() {
        forRandomTraffic((limiter, counter, at, random) -> {
            Counter filled = counter;
            for (long left = limiter.left(counter, at); left > 0; left--) {
                assertThat(limiter.freeAt(filled, at)).isEqualTo(at);
                filled = limiter.count(filled, at);
            }
            assertThat(limiter.freeAt(filled, at)).isGreaterThan(at);
        });
    }

    @RepeatedTest(10)
    void aCounterThatIsIdleBehavesLikeAnEmptyOne() {
        forRandomTraffic((limiter, counter, at, random) -> {
            long idle = Math.max(at, limiter.idleAt(counter));
            assertThat(limiter.left(counter, idle)).isEqualTo(limiter.left(limiter.empty(), idle));
            assertThat(limiter.freeAt(limiter.count(counter, idle), idle))
                    .isEqualTo(limiter.freeAt(limiter.count(limiter.empty(), idle), idle));
        });
    }

    @Test
    void askingChangesNothing() {
        for (Limiter limiter : limiters()) {
            Counter counter = limiter.count(limiter.count(limiter.empty(), START), START + 1);
            Counter same = limiter.count(limiter.count(limiter.empty(), START), START + 1);
            limiter.freeAt(counter, START + 2);
            limiter.left(counter, START + 2);
            limiter.count(counter, START + 2);
            assertThat(counter).isEqualTo(same);
        }
    }

    @Test
    void anEmptyCounterHasRoomForAsManyAsCanComeAtOnce() {
        for (Limiter limiter : limiters()) {
            assertThat(limiter.left(limiter.empty(), START)).isEqualTo(atOnce(limiter));
            assertThat(limiter.freeAt(limiter.empty(), START)).isEqualTo(START);
        }
    }

    @Test
    void aTimeThatRunsBackwardsGivesNothingBack() {
        for (Limiter limiter : limiters()) {
            Counter full = limiter.empty();
            for (long i = atOnce(limiter); i > 0; i--) {
                full = limiter.count(full, START);
            }
            assertThat(limiter.freeAt(full, START - 5)).isEqualTo(limiter.freeAt(full, START));
            assertThat(limiter.count(full, START - 5)).isEqualTo(limiter.count(full, START));
        }
    }

    @Test
    void aFloodOfArrivalsEndsOnceItSlowsDown() {
        for (Limiter limiter : limiters()) {
            Counter counter = limiter.empty();
            for (long i = 0; i < 3 * atOnce(limiter); i++) {
                counter = limiter.count(counter, START);
            }
            assertThat(limiter.freeAt(counter, START)).isBetween(START + 1, START + span(limiter));
        }
    }

    interface Observation {
        void of(Limiter limiter, Counter counter, long at, Random random);
    }

    final void forRandomTraffic(Observation observation) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (Limiter limiter : limiters()) {
            List<Long> accepted = new ArrayList<>();
            Counter counter = limiter.empty();
            long at = START;
            long pace = Math.max(1, 2 * span(limiter) / Math.max(1, atOnce(limiter)));
            for (int i = 0; i < 200; i++) {
                at += (long) (random.nextDouble() * pace * (random.nextInt(10) == 0 ? 5 : 0.5));
                try {
                    observation.of(limiter, counter, at, random);
                } catch (AssertionError e) {
                    throw new AssertionError(limiter + " seed " + seed + " accepted " + accepted, e);
                }
                if (limiter.freeAt(counter, at) == at) {
                    counter = limiter.count(counter, at);
                    accepted.add(at);
                }
            }
        }
    }
}
