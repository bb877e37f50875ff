package io.weirkeeper.streams.codec;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.Counters;
import io.weirkeeper.core.gate.Remembered;
import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.limit.Counter;
import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.penalty.PenaltyKind;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.standing.Term;
import io.weirkeeper.core.standing.Tier;
import io.weirkeeper.core.tally.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** States with everything in them, and with nothing. */
final class States {
    private static final long NOW = 1_767_607_200_000L;

    private static final Activity BURST = new Activity(
            NOW,
            Counters.of(new Counters.Entry(7, new Counter.Burst(NOW - 3_000, NOW, 4), NOW + 4_000)),
            Remembered.NOTHING,
            Remembered.NOTHING,
            OptionalLong.empty());

    private States() {}

    static Map<String, Remembrance> remembrances() {
        Map<String, Remembrance> states = new LinkedHashMap<>();
        states.putAll(withoutTally());
        tallies().forEach((name, tally) -> states.put("counted-" + name, new Remembrance(BURST, tally)));
        return states;
    }

    /** As it was in version 1. */
    static Map<String, Remembrance> withoutTally() {
        Map<String, Remembrance> states = new LinkedHashMap<>();
        activities().forEach((name, activity) -> states.put(name, new Remembrance(activity, Tally.EMPTY)));
        return states;
    }

    static Map<String, Tally> tallies() {
        Map<String, Tally> states = new LinkedHashMap<>();
        states.put("empty", Tally.EMPTY);
        states.put("allowed", new Tally(29_460_120, 1, new long[] {1, 1, 1}));
        long[] counts = new long[3 * 14];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = 1L << i;
        }
        states.put("full", new Tally(29_460_120, (1 << 14) - 1, counts));
        states.put("hour", new Tally(29_460_120, 0b1010, new long[] {0, 7, 300, 2, 2, 2}));
        return states;
    }

    private static Map<String, Activity> activities() {
        Map<String, Activity> states = new LinkedHashMap<>();
        states.put("empty", Activity.EMPTY);
        states.put(
                "full",
                new Activity(
                        NOW,
                        Counters.of(
                                new Counters.Entry(0x0123456789abcdefL, new Counter.Log(new long[0]), 0),
                                new Counters.Entry(
                                        -1,
                                        new Counter.Log(new long[] {NOW - 59_000, NOW - 59_000, NOW - 1}),
                                        NOW + 1_000),
                                new Counters.Entry(
                                        Long.MIN_VALUE,
                                        new Counter.Slots(
                                                60_000,
                                                new long[] {1_885_447_679L, 1_885_447_680L, 1_885_447_743L},
                                                new long[] {1, 300, 100_000}),
                                        NOW + 60_937),
                                new Counters.Entry(
                                        42, new Counter.Bucket(NOW + 8_571, 3, new Rate(7, 60_000)), NOW + 8_572)),
                        new Remembered(new long[] {1, NOW - 10_000, -2, NOW}),
                        new Remembered(new long[] {Long.MAX_VALUE, NOW - 599_999}),
                        OptionalLong.of(NOW - 5)));
        states.put("burst", BURST);
        return states;
    }

    static Map<String, Ledger> ledgers() {
        Map<String, Ledger> states = new LinkedHashMap<>();
        states.put("empty", Ledger.EMPTY);
        states.put(
                "full",
                new Ledger(
                        List.of(
                                new Ledger.Strike(NOW - 86_400_000, 1),
                                new Ledger.Strike(NOW, Integer.MAX_VALUE),
                                new Ledger.Strike(NOW, 2)),
                        List.of(new Ledger.Episode(-7, NOW + 60_000), new Ledger.Episode(7, NOW - 1))));
        return states;
    }

    static Map<String, Standing> standings() {
        Map<String, Standing> states = new LinkedHashMap<>();
        states.put("empty", Standing.EMPTY);
        states.put("trusted", Standing.EMPTY.withTrust(Optional.of(Term.UNLIMITED)));
        for (PenaltyKind kind : List.of(PenaltyKind.TIMEOUT, PenaltyKind.BAN, PenaltyKind.PERMANENT)) {
            OptionalLong until = kind == PenaltyKind.PERMANENT ? OptionalLong.empty() : OptionalLong.of(NOW + 300_000);
            states.put(
                    kind.name().toLowerCase(Locale.ROOT),
                    Standing.EMPTY.withPenalty(
                            Optional.of(new Standing.Imposed(new Penalty(kind, until, 3), NOW, "sender", false))));
        }
        states.put(
                "full",
                new Standing(
                        Optional.of(new Standing.Block(
                                new Term(OptionalLong.of(NOW + 1)), NOW, Optional.of("ana"), Optional.of("spám"))),
                        Optional.of(new Term(OptionalLong.of(NOW + 2))),
                        Optional.of(Term.UNLIMITED),
                        Optional.of(new Standing.Imposed(
                                new Penalty(PenaltyKind.BAN, OptionalLong.of(NOW + 3_600_000), 4),
                                NOW,
                                "flood",
                                true))));
        return states;
    }

    static Map<String, Held> held() {
        Message full = new Message(
                "m-2",
                "sms",
                "+15550100",
                Optional.of("+15550199"),
                Optional.of("user-7"),
                Optional.of("chat-42"),
                Optional.of("LAPOR"),
                Optional.of("203.0.113.9"),
                Optional.of("id"),
                OptionalInt.of(9),
                "é👋\n",
                NOW - 1,
                Map.of("a", ""));
        Candidate candidate = new Candidate(
                full,
                Tier.TRUSTED,
                Candidate.TRUSTED_RANK,
                NOW,
                List.of("flood"),
                List.of("m-0", "m-1"),
                OptionalLong.of(NOW - 5));
        Candidate sparse = new Candidate(
                Message.of("m-1", "sms", "+1", "", NOW),
                Tier.NORMAL,
                4,
                NOW,
                List.of(),
                List.of(),
                OptionalLong.empty());
        Map<String, Held> states = new LinkedHashMap<>();
        states.put("burst", new Held(300, candidate, new Held.InBurst(0x0123456789abcdefL, NOW - 2_000, 3)));
        states.put("queue", new Held(0, sparse, new Held.InQueue(NOW + 7)));
        states.put("queue-full", new Held(Long.MAX_VALUE, candidate, new Held.InQueue(NOW)));
        return states;
    }
}
