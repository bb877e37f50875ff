package io.weirkeeper.core.gate;

import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * All limits of one gate. Those on arrivals are asked first and count the message in any case; of those on accepted
 * messages all count it or none does: a refused message uses up nothing. A limit in shadow only flags, and does not count
 * what it alone would have refused.
 */
final class Limits {
    private final List<LimitCheck> all;
    private final List<LimitCheck> onArrivals;
    private final List<LimitCheck> onAccepted;
    private final List<LimitCheck> enforced;
    private final List<LimitCheck> queueing;
    private final boolean pacesPresent;
    private final LongPredicate isKeyOfSubject;

    Limits(Policy policy, GateKind gate) {
        this.all = policy.limitsOf(gate).stream()
                .map(rule -> new LimitCheck(rule, policy))
                .toList();
        this.onArrivals = all.stream().filter(LimitCheck::countsArrivals).toList();
        this.onAccepted = all.stream().filter(limit -> !limit.countsArrivals()).toList();
        this.enforced = all.stream().filter(LimitCheck::isEnforced).toList();
        this.queueing = enforced.stream().filter(LimitCheck::isQueueing).toList();
        this.pacesPresent = enforced.stream().anyMatch(LimitCheck::pacesPresent);
        long[] keysOfSubject = all.stream()
                .filter(LimitCheck::countsBySubjectOnly)
                .mapToLong(LimitCheck::key)
                .sorted()
                .toArray();
        this.isKeyOfSubject = key -> Arrays.binarySearch(keysOfSubject, key) >= 0;
    }

    /** Asks the limits on arrivals, and counts the message. */
    Optional<Refusal> askOnArrival(Hearing hearing) {
        hearing.keysOfSubject(isKeyOfSubject);
        List<LimitCheck> refusing = withoutRoom(onArrivals, hearing);
        for (int i = 0; i < onArrivals.size(); i++) {
            onArrivals.get(i).count(hearing);
        }
        return refusal(refusing, hearing);
    }

    /** Asks the limits on accepted messages, and counts nothing. Those that let messages wait do not refuse alone. */
    Optional<Refusal> ask(Hearing hearing) {
        List<LimitCheck> exceeded = withoutRoom(onAccepted, hearing);
        return areQueueing(exceeded) ? Optional.empty() : refusal(exceeded, hearing);
    }

    private static boolean areQueueing(List<LimitCheck> limits) {
        for (int i = 0; i < limits.size(); i++) {
            if (!limits.get(i).isQueueing()) {
                return false;
            }
        }
        return true;
    }

    /** Lets the limits in shadow flag a message that has waited. */
    void flag(Hearing hearing) {
        withoutRoom(onAccepted, hearing);
    }

    /** Counts a message that no limit refuses. */
    void count(Hearing hearing) {
        hearing.keysOfSubject(isKeyOfSubject);
        for (int i = 0; i < onAccepted.size(); i++) {
            LimitCheck limit = onAccepted.get(i);
            if (limit.isEnforced() || limit.hasRoom(hearing)) {
                limit.count(hearing);
            }
        }
    }

    /** How much room there is in the limits on arrivals for such a message, for people. */
    List<String> explainOnArrival(Hearing hearing) {
        return explain(onArrivals, hearing);
    }

    /** How much room there is in the limits on accepted messages for such a message, for people. */
    List<String> explain(Hearing hearing) {
        return explain(onAccepted, hearing);
    }

    private static List<String> explain(List<LimitCheck> limits, Hearing hearing) {
        return limits.stream()
                .map(limit -> limit.explain(hearing))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * How much of each is used for such a message, in the order of the policy.
     *
     * @param asked which of them are asked about; the others are only named
     */
    List<LimitUsage> usage(Hearing hearing, Predicate<LimitCheck> asked) {
        return all.stream()
                .map(limit ->
                        limit.usage(hearing, Optional.of(limit).filter(asked).map(each -> each.room(hearing))))
                .toList();
    }

    /** Whether a message could be made to wait. */
    boolean isQueueing() {
        return !queueing.isEmpty();
    }

    /** Whether a limit judges such messages at the present. */
    boolean pacePresent(Hearing hearing) {
        return pacesPresent && enforced.stream().anyMatch(limit -> limit.pacesPresent() && limit.applies(hearing));
    }

    /** Whether an enforced limit on accepted messages is for such a message. */
    boolean apply(Hearing hearing) {
        return onAccepted.stream().anyMatch(limit -> limit.isEnforced() && limit.applies(hearing));
    }

    /** How long a message has to wait until all limits on accepted messages have room, in milliseconds of the present. */
    long wait(Hearing hearing) {
        long wait = 0;
        for (LimitCheck limit : onAccepted) {
            if (limit.isEnforced()) {
                wait = Math.max(wait, limit.wait(hearing));
            }
        }
        return wait;
    }

    /** The queueing limit that has room last for such a message; of several, the first in the policy. */
    Optional<String> lastQueueing(Hearing hearing) {
        return queueing.stream()
                .filter(limit -> limit.applies(hearing))
                .reduce((a, b) -> a.freeAt(hearing) >= b.freeAt(hearing) ? a : b)
                .map(LimitCheck::id);
    }

    /** When every enforced limit has room for a message like this one, epoch milliseconds. Counts nothing. */
    long freeAt(Hearing hearing) {
        long latest = hearing.decidedAt();
        for (LimitCheck limit : enforced) {
            latest = limit.hasRoom(hearing) ? latest : Math.max(latest, limit.freeAt(hearing));
        }
        return latest;
    }

    /** The enforced ones of these limits that have no room; those in shadow flag the message. */
    private static List<LimitCheck> withoutRoom(List<LimitCheck> limits, Hearing hearing) {
        List<LimitCheck> found = List.of();
        for (int i = 0; i < limits.size(); i++) {
            LimitCheck limit = limits.get(i);
            if (limit.hasRoom(hearing)) {
                continue;
            }
            if (limit.isEnforced()) {
                found = found.isEmpty() ? new ArrayList<>(limits.size()) : found;
                found.add(limit);
            } else {
                hearing.flag(limit.id());
            }
        }
        return found;
    }

    /** In the name of the limit that has room last; of several, of the first in the policy. */
    private Optional<Refusal> refusal(List<LimitCheck> refusing, Hearing hearing) {
        if (refusing.isEmpty()) {
            return Optional.empty();
        }
        LimitCheck last = refusing.get(0);
        Refusal.Offence[] offences = new Refusal.Offence[refusing.size()];
        for (int i = 0; i < refusing.size(); i++) {
            LimitCheck limit = refusing.get(i);
            last = limit.freeAt(hearing) > last.freeAt(hearing) ? limit : last;
            offences[i] = limit.offence();
        }
        return Optional.of(new Refusal(
                Reason.RATE_LIMITED,
                Optional.of(last.id()),
                last.detail(hearing),
                OptionalLong.of(freeAt(hearing)),
                List.of(offences)));
    }
}
