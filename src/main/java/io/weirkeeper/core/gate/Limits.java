package io.weirkeeper.core.gate;

import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All limits of the policy. Those on arrivals are asked first and count the message in any case; of those on accepted
 * messages all count it or none does: a refused message uses up nothing. A limit in shadow only flags, and does not count
 * what it alone would have refused.
 */
final class Limits implements Check {
    private final List<LimitCheck> onArrivals;
    private final List<LimitCheck> onAccepted;
    private final Set<Long> keysOfSubject;

    Limits(Policy policy) {
        List<LimitCheck> all = policy.limits().stream()
                .map(rule -> new LimitCheck(rule, policy))
                .toList();
        this.onArrivals = all.stream().filter(LimitCheck::countsArrivals).toList();
        this.onAccepted = all.stream().filter(limit -> !limit.countsArrivals()).toList();
        this.keysOfSubject = all.stream()
                .filter(LimitCheck::countsBySubjectOnly)
                .map(LimitCheck::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Refusal> ask(Hearing hearing) {
        List<Usage> arrivals = usages(onArrivals, hearing);
        List<Usage> arrived = counted(arrivals);
        List<Usage> accepted = usages(onAccepted, hearing);
        // Who exceeds a limit on arrivals is told by its state before this message; when it is free again, by that
        // after it.
        Optional<Refusal> refusal = refusal(hearing, arrivals, arrived, accepted);
        if (refusal.isEmpty()) {
            refusal = refusal(hearing, accepted, accepted, arrived);
        }
        List<Counters.Entry> entries = new ArrayList<>(arrived.size() + accepted.size());
        addEntries(entries, arrived);
        if (refusal.isEmpty()) {
            addEntries(entries, counted(withRoom(accepted)));
        }
        if (!entries.isEmpty()) {
            hearing.count(entries, keysOfSubject::contains);
        }
        return refusal;
    }

    /** When every enforced limit has room for a message like this one, epoch milliseconds. Counts nothing. */
    long freeAt(Hearing hearing) {
        return Math.max(
                latestFree(usages(onArrivals, hearing), hearing.at()),
                latestFree(usages(onAccepted, hearing), hearing.at()));
    }

    /**
     * Why the limits of one stage refuse the message, if they do; those in shadow only flag it.
     *
     * @param asked the limits before the message
     * @param afterwards the same limits after it, as they tell when there is room again
     * @param otherStage the limits of the other stage: a message must have room there too
     */
    private static Optional<Refusal> refusal(
            Hearing hearing, List<Usage> asked, List<Usage> afterwards, List<Usage> otherStage) {
        List<Usage> refusing = new ArrayList<>(0);
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).isExceeded()) {
                LimitCheck limit = asked.get(i).limit();
                if (limit.isEnforced()) {
                    refusing.add(afterwards.get(i));
                } else {
                    hearing.flag(limit.id());
                }
            }
        }
        if (refusing.isEmpty()) {
            return Optional.empty();
        }
        long free = Math.max(latestFree(afterwards, hearing.at()), latestFree(otherStage, hearing.at()));
        return Optional.of(refusal(refusing, free));
    }

    /** In the name of the limit that has room last; of several, of the first in the policy. */
    private static Refusal refusal(List<Usage> refusing, long free) {
        Usage latest = refusing.get(0);
        for (Usage usage : refusing) {
            latest = usage.freeAt() > latest.freeAt() ? usage : latest;
        }
        return new Refusal(
                Reason.RATE_LIMITED,
                Optional.of(latest.limit().id()),
                latest.detail(),
                OptionalLong.of(free),
                refusing.stream().map(usage -> usage.limit().offence()).toList());
    }

    private static List<Usage> usages(List<LimitCheck> limits, Hearing hearing) {
        List<Usage> usages = new ArrayList<>(limits.size());
        for (int i = 0; i < limits.size(); i++) {
            limits.get(i).usage(hearing).ifPresent(usages::add);
        }
        return usages;
    }

    private static List<Usage> counted(List<Usage> usages) {
        List<Usage> counted = new ArrayList<>(usages.size());
        for (int i = 0; i < usages.size(); i++) {
            counted.add(usages.get(i).counted());
        }
        return counted;
    }

    /** Without limits in shadow that would have refused the message. */
    private static List<Usage> withRoom(List<Usage> usages) {
        List<Usage> withRoom = new ArrayList<>(usages.size());
        for (int i = 0; i < usages.size(); i++) {
            if (!usages.get(i).isExceeded()) {
                withRoom.add(usages.get(i));
            }
        }
        return withRoom;
    }

    private static void addEntries(List<Counters.Entry> entries, List<Usage> usages) {
        for (int i = 0; i < usages.size(); i++) {
            entries.add(usages.get(i).entry());
        }
    }

    private static long latestFree(List<Usage> usages, long at) {
        long latest = at;
        for (int i = 0; i < usages.size(); i++) {
            latest = usages.get(i).limit().isEnforced()
                    ? Math.max(latest, usages.get(i).freeAt())
                    : latest;
        }
        return latest;
    }
}
