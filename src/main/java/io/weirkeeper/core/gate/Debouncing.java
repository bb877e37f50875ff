package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.limit.Counter;
import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.DebounceRule;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.Debounced;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Messages in quick succession become one: which are a burst, when it is over, and what becomes of those in it. */
final class Debouncing {
    private static final long KEY = Fingerprint.of(DebounceRule.ID);

    private final DebounceRule rule;
    private final boolean enforced;
    private final List<MessageField> subKeys;
    private final long policyVersion;

    Debouncing(DebounceRule rule, Policy policy) {
        this.rule = rule;
        this.enforced = policy.mode() == Mode.ENFORCE && rule.mode() == Mode.ENFORCE;
        this.subKeys = SubKey.fields(rule.per(), Optional.of(policy.keyedBy()));
        this.policyVersion = policy.version();
    }

    /** Lets nothing wait, and ends what waits at once. */
    static Debouncing ofNothing(Policy policy) {
        DebounceRule rule = new DebounceRule(
                1,
                OptionalLong.empty(),
                OptionalInt.empty(),
                DebounceRule.Keep.MERGE,
                Set.of(policy.keyedBy()),
                Mode.SHADOW,
                Condition.ALWAYS);
        return new Debouncing(rule, policy);
    }

    /** Whether such a message has to wait. In shadow none does; what comes in a burst is flagged. */
    boolean holds(Hearing hearing) {
        if (!rule.when().holds(hearing.message(), hearing.tier())) {
            return false;
        }
        if (!enforced) {
            watch(hearing);
        }
        return enforced;
    }

    private void watch(Hearing hearing) {
        long key = key(hearing);
        Counter before = hearing.counter(key, new Counter.Burst(0, 0, 0));
        Counter.Burst burst = before instanceof Counter.Burst known ? known : new Counter.Burst(0, 0, 0);
        boolean goesOn = burst.messages() > 0
                && hearing.at() < rule.dueAt(burst.first(), burst.last())
                && !rule.isFull((int) burst.messages());
        Counter.Burst after = goesOn
                ? new Counter.Burst(burst.first(), hearing.at(), burst.messages() + 1)
                : new Counter.Burst(hearing.at(), hearing.at(), 1);
        if (goesOn) {
            hearing.flag(DebounceRule.ID);
        }
        hearing.count(new Counters.Entry(key, after, rule.dueAt(after.first(), after.last())));
    }

    /** Under which the messages of a burst wait. */
    long key(Hearing hearing) {
        return SubKey.of(KEY, subKeys, hearing.message());
    }

    /** Whether the texts of a burst and of one more message are too long to become one. */
    boolean isTooLong(List<Held> burst, Candidate next) {
        return rule.keep() == DebounceRule.Keep.MERGE && !burst.isEmpty() && !Merging.fits(burst, next);
    }

    /** Lets a message wait in a burst; the one before it has no more to wait for if only the last is kept. */
    void add(long key, Candidate candidate, Docket docket, long order) {
        Waiting waiting = docket.waiting();
        List<Held> burst = waiting.burst(key);
        Held.InBurst place = new Held.InBurst(key, candidate.arrivedAt(), 1);
        if (!burst.isEmpty() && burst.get(burst.size() - 1).stage() instanceof Held.InBurst last) {
            place = new Held.InBurst(key, last.first(), last.count() + 1);
            if (rule.keep() == DebounceRule.Keep.LAST) {
                waiting = waiting.without(burst);
                burst.forEach(held -> docket.take(Decision.of(debounced(
                        held,
                        candidate.arrivedAt(),
                        Debounced.Cause.SUPERSEDED,
                        candidate.message().id()))));
            }
        }
        docket.waitsNow(waiting.with(new Held(order, candidate, place)));
    }

    boolean isFull(List<Held> burst) {
        return !burst.isEmpty()
                && burst.get(burst.size() - 1).stage() instanceof Held.InBurst last
                && rule.isFull(last.count());
    }

    /** Takes a burst out of what waits, and makes one message of it. */
    Candidate release(List<Held> burst, Docket docket, long at, UnaryOperator<Message> read) {
        docket.waitsNow(docket.waiting().without(burst));
        Candidate one = Merging.merged(burst, read);
        for (Held held : burst.subList(0, burst.size() - 1)) {
            docket.take(Decision.of(
                    debounced(held, at, Debounced.Cause.MERGED, one.message().id())));
        }
        return one;
    }

    private Debounced debounced(Held held, long at, Debounced.Cause cause, String by) {
        Candidate candidate = held.candidate();
        return new Debounced(candidate.message(), at, policyVersion, cause, by, candidate.heldUntil(at));
    }

    /** When the first of the bursts is over. */
    OptionalLong dueAt(Waiting waiting) {
        return waiting.lastOfBursts().stream().mapToLong(this::dueAt).min();
    }

    /** The bursts that are over, the first of them first. */
    Optional<List<Held>> over(Waiting waiting, long at) {
        return waiting.lastOfBursts().stream()
                .filter(last -> dueAt(last) <= at)
                .min((a, b) -> Long.compare(dueAt(a), dueAt(b)))
                .map(last -> waiting.burst(((Held.InBurst) last.stage()).key()));
    }

    private long dueAt(Held last) {
        return last.stage() instanceof Held.InBurst burst
                ? rule.dueAt(burst.first(), last.candidate().arrivedAt())
                : Long.MAX_VALUE;
    }
}
