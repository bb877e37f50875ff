package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.Limiter;
import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.Tier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One limit of the policy, made ready to be asked often. */
final class LimitCheck {
    private final LimitRule rule;
    private final boolean enforced;
    private final long ruleKey;
    private final List<MessageField> subKeys;
    private final Limiter normal;
    private final Limiter trusted;
    private final String normalDetail;
    private final String trustedDetail;

    LimitCheck(LimitRule rule, Policy policy) {
        this.rule = rule;
        this.enforced = policy.mode() == Mode.ENFORCE && rule.mode() == Mode.ENFORCE;
        this.ruleKey = Fingerprint.of(rule.id());
        this.subKeys = SubKey.fields(rule.per(), policy.keyedBy());
        this.normal = rule.limiter(1);
        this.trusted = rule.limiter(policy.trustedFactor());
        this.normalDetail = rule.algorithm().exceeded(rule.allow(), 1);
        this.trustedDetail = rule.algorithm().exceeded(rule.allow(), policy.trustedFactor());
    }

    /** This limit for the message of the hearing, if it applies to it. */
    Optional<Usage> usage(Hearing hearing) {
        if (!rule.when().holds(hearing.message(), hearing.tier())) {
            return Optional.empty();
        }
        OptionalLong key = SubKey.of(ruleKey, subKeys, hearing.message());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Limiter limiter = hearing.tier() == Tier.TRUSTED ? trusted : normal;
        return Optional.of(new Usage(
                this,
                key.getAsLong(),
                limiter,
                hearing.before().counters().get(key.getAsLong(), limiter.empty()),
                hearing.at()));
    }

    /** The fingerprint of its id, under which it counts if it counts by nothing but the subject. */
    long key() {
        return ruleKey;
    }

    boolean countsBySubjectOnly() {
        return subKeys.isEmpty();
    }

    String id() {
        return rule.id();
    }

    /** Whether it refuses; one in shadow only flags. */
    boolean isEnforced() {
        return enforced;
    }

    boolean countsArrivals() {
        return rule.counts() == LimitRule.Counts.ARRIVALS;
    }

    /** What to say of a message that exceeds it. */
    String detail(Limiter limiter) {
        return limiter == normal ? normalDetail : trustedDetail;
    }

    Refusal.Offence offence() {
        return new Refusal.Offence(
                rule.id(), ruleKey, rule.strikes(), rule.allow().window());
    }
}
