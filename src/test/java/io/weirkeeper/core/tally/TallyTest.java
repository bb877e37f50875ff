package io.weirkeeper.core.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirkeeper.core.gate.TrialTime;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.core.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Verdicts are counted by minute, hour and day. Each test holds for one record and for the counts of a whole task. */
class TallyTest {
    private Tally tally = Tally.EMPTY;
    private final RunningTally running = new RunningTally(Tally.EMPTY);

    private static long at(String time) {
        return TrialTime.of(time);
    }

    private static Message message(long at) {
        return Message.of("m", "sms", "a", "hello", at);
    }

    private static Verdict allowed(long at) {
        return new Allowed(message(at), at, 1, List.of(), Optional.empty());
    }

    private static Verdict blocked(long at, Reason reason) {
        return new Blocked(
                message(at),
                at,
                1,
                reason,
                Optional.empty(),
                "",
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Verdict debounced(long at, Debounced.Cause cause) {
        return new Debounced(message(at), at, 1, cause, "m-2");
    }

    private void count(Verdict verdict) {
        tally = tally.plus(verdict);
        running.count(verdict);
        assertThat(running.tally()).isEqualTo(tally);
        assertThat(new RunningTally(tally).tally()).isEqualTo(tally);
    }

    private long judged(Period period, String present) {
        return tally.in(period, at(present)).judged();
    }

    @Test
    void ofNothingNothingIsKnown() {
        assertThat(Tally.EMPTY.in(Period.DAY, at("10:00:00"))).isEqualTo(Counts.NONE);
        assertThat(Counts.NONE.saved()).isZero();
        assertThat(running.tally()).isEqualTo(Tally.EMPTY);
    }

    @Test
    void verdictsAreCountedByWhatBecameOfTheMessage() {
        long at = at("10:00:00");
        count(allowed(at));
        count(blocked(at, Reason.RATE_LIMITED));
        count(blocked(at, Reason.RATE_LIMITED));
        count(blocked(at, Reason.BLOCKLISTED));
        count(debounced(at, Debounced.Cause.MERGED));

        Counts counts = tally.in(Period.MINUTE, at);

        assertThat(counts.allowed()).isEqualTo(1);
        assertThat(counts.blocked()).isEqualTo(Map.of(Reason.RATE_LIMITED, 2L, Reason.BLOCKLISTED, 1L));
        assertThat(counts.debounced()).isEqualTo(Map.of(Debounced.Cause.MERGED, 1L));
        assertThat(counts.judged()).isEqualTo(5);
        assertThat(counts.saved()).isEqualTo(0.8);
    }

    @Test
    void everyOutcomeHasItsOwnCount() {
        long at = at("10:00:00");
        for (Reason reason : Reason.values()) {
            for (int i = 0; i <= reason.ordinal(); i++) {
                count(blocked(at, reason));
            }
        }
        for (Debounced.Cause cause : Debounced.Cause.values()) {
            count(debounced(at, cause));
        }

        Counts counts = tally.in(Period.DAY, at);

        Map<Reason, Long> expected = new EnumMap<>(Reason.class);
        EnumSet.allOf(Reason.class).forEach(reason -> expected.put(reason, reason.ordinal() + 1L));
        assertThat(counts.blocked()).isEqualTo(expected);
        assertThat(counts.debounced()).hasSize(Debounced.Cause.values().length).containsValue(1L);
        assertThat(counts.allowed()).isZero();
    }

    @Test
    void aNewMinuteStartsAtNothingAndTheHourGoesOn() {
        count(allowed(at("10:00:59")));
        count(blocked(at("10:01:00"), Reason.DUPLICATE));

        assertThat(tally.in(Period.MINUTE, at("10:01:00")))
                .isEqualTo(new Counts(0, Map.of(), Map.of(Reason.DUPLICATE, 1L)));
        assertThat(judged(Period.HOUR, "10:01:00")).isEqualTo(2);
        assertThat(judged(Period.DAY, "10:01:00")).isEqualTo(2);
    }

    @Test
    void aNewHourStartsAtNothingAndTheDayGoesOn() {
        count(allowed(at("10:59:59")));
        count(allowed(at("11:00:00")));

        assertThat(judged(Period.MINUTE, "11:00:00")).isEqualTo(1);
        assertThat(judged(Period.HOUR, "11:00:00")).isEqualTo(1);
        assertThat(judged(Period.DAY, "11:00:00")).isEqualTo(2);
    }

    @Test
    void aNewDayStartsAtNothing() {
        count(blocked(at("23:59:59"), Reason.STALE));
        count(allowed(at("1d 00:00:00")));

        assertThat(tally.in(Period.DAY, at("1d 00:00:00"))).isEqualTo(new Counts(1, Map.of(), Map.of()));
        assertThat(tally.size()).isEqualTo(3);
    }

    @Test
    void theSameMinuteOfAnotherHourIsAnotherMinute() {
        count(allowed(at("10:30:00")));
        count(allowed(at("11:30:00")));

        assertThat(judged(Period.MINUTE, "11:30:00")).isEqualTo(1);
    }

    @Test
    void aPeriodThatIsOverReadsAsNothing() {
        count(allowed(at("10:00:00")));

        assertThat(judged(Period.MINUTE, "10:00:59")).isEqualTo(1);
        assertThat(judged(Period.MINUTE, "10:01:00")).isZero();
        assertThat(judged(Period.HOUR, "10:59:59")).isEqualTo(1);
        assertThat(judged(Period.HOUR, "11:00:00")).isZero();
        assertThat(judged(Period.DAY, "23:59:59")).isEqualTo(1);
        assertThat(judged(Period.DAY, "1d 00:00:00")).isZero();
    }

    @Test
    void messagesMayBeStampedALittleAheadOfTheClock() {
        count(allowed(at("10:01:02")));

        assertThat(judged(Period.MINUTE, "10:00:59")).isEqualTo(1);
    }

    @Test
    void aLateVerdictIsLeftOutOfThePeriodsThatAreOver() {
        count(allowed(at("10:05:00")));
        count(blocked(at("10:04:59"), Reason.DUPLICATE));
        count(blocked(at("09:59:59"), Reason.DUPLICATE));
        count(blocked(at("-1d 23:59:59"), Reason.DUPLICATE));

        assertThat(judged(Period.MINUTE, "10:05:00")).isEqualTo(1);
        assertThat(judged(Period.HOUR, "10:05:00")).isEqualTo(2);
        assertThat(judged(Period.DAY, "10:05:00")).isEqualTo(3);
    }

    @Test
    void theCountsOfOneSubjectEndSomewhere() {
        Tally full = new Tally(Period.minuteOf(at("10:00:00")), 1, new long[] {Tally.MOST, Tally.MOST, Tally.MOST - 1});

        assertThat(full.plus(allowed(at("10:00:00"))).plus(allowed(at("10:00:00"))))
                .isEqualTo(new Tally(full.minute(), 1, new long[] {Tally.MOST, Tally.MOST, Tally.MOST}));
    }

    @Test
    void theCountsOfATaskDoNotEnd() {
        Tally full = new Tally(Period.minuteOf(at("10:00:00")), 1, new long[] {Tally.MOST, Tally.MOST, Tally.MOST});
        RunningTally task = new RunningTally(full);

        task.count(allowed(at("10:00:00")));

        assertThat(task.tally().in(Period.DAY, at("10:00:00")).allowed()).isEqualTo(Tally.MOST + 1);
    }

    @Test
    void aTallyOfImpossibleParts() {
        assertThatThrownBy(() -> new Tally(0, 1, new long[2])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tally(0, 1 << 14, new long[3])).isInstanceOf(IllegalArgumentException.class);
    }

    /** Also for verdicts in any order over two days: as if all of them were kept and sorted. */
    @Test
    void itIsAsIfAllVerdictsWereKept() {
        long seed = Long.getLong("seed", 20_261_120);
        Random random = new Random(seed);
        List<Verdict> all = new ArrayList<>();
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < 2_000; i++) {
            long time = at("20:00:00") + i * 9_000L - random.nextInt(200_000);
            Verdict verdict = random.nextBoolean()
                    ? allowed(time)
                    : blocked(time, Reason.values()[random.nextInt(Reason.values().length)]);
            latest = Math.max(latest, time);
            count(verdict);
            all.add(verdict);
            for (Period period : Period.values()) {
                long now = period.beginningOf(latest);
                long expected = all.stream()
                        .filter(each -> period.beginningOf(each.decidedAt()) == now)
                        .count();
                assertThat(tally.in(period, latest).judged())
                        .as("seed %s, %s", seed, i)
                        .isEqualTo(expected);
            }
        }
    }
}
