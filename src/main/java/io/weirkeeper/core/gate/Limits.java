package io.weirkeeper.core.gate;

import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;

/**
 * All limits of the policy. Those on arrivals are asked first and count the message in any case; of those on accepted
 * messages all count it or none does: a refused message uses up nothing. A limit in shadow only flags, and does not count
 * what it alone would have refused.
 */
final class Limits implements Check {
    private final List<LimitCheck> onArrivals;
    private final List<LimitCheck> onAccepted;
    private final List<LimitCheck> enforced;

    /** Those by sub-keys first, as counters are kept in this order. */
    private final List<LimitCheck> inOrderOfKeeping;

    private final LongPredicate isKeyOfSubject;

    Limits(Policy policy) {
        List<LimitCheck> all = policy.limits().stream()
                .map(rule -> new LimitCheck(rule, policy))
                .toList();
        this.onArrivals = all.stream().filter(LimitCheck::countsArrivals).toList();
        this.onAccepted = all.stream().filter(limit -> !limit.countsArrivals()).toList();
        this.enforced = all.stream().filter(LimitCheck::isEnforced).toList();
        this.inOrderOfKeeping = all.stream()
                .sorted(Comparator.comparing(LimitCheck::countsBySubjectOnly))
                .toList();
        long[] keysOfSubject = all.stream()
                .filter(LimitCheck::countsBySubjectOnly)
                .mapToLong(LimitCheck::key)
                .sorted()
                .toArray();
        this.isKeyOfSubject = key -> Arrays.binarySearch(keysOfSubject, key) >= 0;
    }

    @Override
    public Optional<Refusal> ask(Hearing hearing) {
        Optional<Refusal> refusal = ask(onArrivals, hearing);
        if (refusal.isEmpty()) {
            refusal = ask(onAccepted, hearing);
        }
        List<Counters.Entry> counted = new ArrayList<>(inOrderOfKeeping.size());
        for (LimitCheck limit : inOrderOfKeeping) {
            if (limit.countsArrivals() || (refusal.isEmpty() && (limit.isEnforced() || limit.hasRoom(hearing)))) {
                limit.count(hearing, counted);
            }
        }
        if (!counted.isEmpty()) {
            hearing.count(counted, isKeyOfSubject);
        }
        return refusal;
    }

    /** When every enforced limit has room for a message like this one, epoch milliseconds. Counts nothing. */
    long freeAt(Hearing hearing) {
        return latest(limit -> limit.freeAt(hearing), hearing);
    }

    /** Why the limits of one stage refuse the message, if they do; those in shadow only flag it. */
    private Optional<Refusal> ask(List<LimitCheck> limits, Hearing hearing) {
        boolean refused = false;
        for (LimitCheck limit : limits) {
            if (!limit.hasRoom(hearing)) {
                if (limit.isEnforced()) {
                    refused = true;
                } else {
                    hearing.flag(limit.id());
                }
            }
        }
        return refused ? Optional.of(refusal(limits, hearing)) : Optional.empty();
    }

    /** In the name of the limit that has room last; of several, of the first in the policy. */
    private Refusal refusal(List<LimitCheck> limits, Hearing hearing) {
        List<LimitCheck> refusing = new ArrayList<>(limits);
        refusing.removeIf(limit -> !limit.isEnforced() || limit.hasRoom(hearing));
        LimitCheck last = Collections.max(refusing, Comparator.comparingLong(limit -> limit.retryAt(hearing)));
        List<Refusal.Offence> offences = new ArrayList<>(refusing.size());
        refusing.forEach(limit -> offences.add(limit.offence()));
        return new Refusal(
                Reason.RATE_LIMITED,
                Optional.of(last.id()),
                last.detail(hearing),
                OptionalLong.of(latest(limit -> limit.retryAt(hearing), hearing)),
                offences);
    }

    private long latest(ToLongFunction<LimitCheck> time, Hearing hearing) {
        long latest = hearing.at();
        for (LimitCheck limit : enforced) {
            latest = Math.max(latest, time.applyAsLong(limit));
        }
        return latest;
    }
}
