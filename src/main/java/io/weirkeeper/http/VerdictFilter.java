package io.weirkeeper.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which verdicts a listener wants.
 *
 * @param subject only of this one; of all without it
 * @param kinds only of these kinds; of all if there are none
 */
record VerdictFilter(Optional<String> subject, Set<VerdictKind> kinds) {

    /** What a request asks for. */
    static VerdictFilter of(Optional<String> subject, List<String> kinds) {
        return new VerdictFilter(
                subject, kinds.stream().map(VerdictKind::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    boolean wants(SeenVerdict verdict) {
        return (subject.isEmpty() || subject.get().equals(verdict.subject()))
                && (kinds.isEmpty() || kinds.contains(verdict.kind()));
    }
}
