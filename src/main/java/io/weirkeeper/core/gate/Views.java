package io.weirkeeper.core.gate;

import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.policy.ContentTerms;
import io.weirkeeper.core.policy.DuplicateRule;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what is known of a subject under one policy. */
record Views(Policy policy) {

    SubjectView view(Hearing hearing, SubjectState state, List<LimitUsage> limits) {
        long at = hearing.at();
        long window = policy.penalties().window();
        Ledger ledger = state.ledger();
        return new SubjectView(
                at,
                hearing.tier(),
                hearing.standing(),
                new SubjectView.Listed(
                        policy.blockedSenders().contains(hearing.subject()),
                        policy.trustedSenders().contains(hearing.subject()),
                        policy.admins().contains(hearing.subject())),
                ledger.total(at, window),
                ledger.strikes().stream()
                        .filter(strike -> strike.at() > at - window)
                        .toList(),
                ledger.episodes().stream()
                        .filter(episode -> at < episode.end())
                        .map(episode -> new SubjectView.Episode(rule(episode.rule()), episode.end()))
                        .toList(),
                state.waiting(),
                limits);
    }

    /** The ledger knows rules by their fingerprints only. */
    private Optional<String> rule(long fingerprint) {
        return Stream.of(
                        Stream.of(DuplicateRule.ID),
                        policy.limits().stream().map(LimitRule::id),
                        policy.content().terms().map(ContentTerms::id))
                .flatMap(ids -> ids)
                .filter(id -> Fingerprint.of(id) == fingerprint)
                .findFirst();
    }
}
