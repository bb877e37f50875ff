package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.Counter;
import io.weirkeeper.core.limit.Limiter;
import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.Tier;
import java.util.List;
import java.util.OptionalLong;

/** One limit of the policy, made ready to be asked often. */
final class LimitCheck {
    private final LimitRule rule;
    private final boolean enforced;
    private final long ruleKey;
    private final OptionalLong keyOfSubject;
    private final List<MessageField> subKeys;
    private final Limiter normal;
    private final Limiter trusted;
    private final String normalDetail;
    private final String trustedDetail;

    LimitCheck(LimitRule rule, Policy policy) {
        this.rule = rule;
        this.enforced = policy.mode() == Mode.ENFORCE && rule.mode() == Mode.ENFORCE;
        this.ruleKey = Fingerprint.of(rule.id());
        this.keyOfSubject = OptionalLong.of(ruleKey);
        this.subKeys = SubKey.fields(rule.per(), policy.keyedBy());
        this.normal = rule.limiter(1);
        this.trusted = rule.limiter(policy.trustedFactor());
        this.normalDetail = rule.algorithm().exceeded(rule.allow(), 1);
        this.trustedDetail = rule.algorithm().exceeded(rule.allow(), policy.trustedFactor());
    }

    boolean hasRoom(Hearing hearing) {
        return freeAt(hearing) <= hearing.at();
    }

    /** The earliest time at which a message like this one has room; its own time if this limit does not apply to it. */
    long freeAt(Hearing hearing) {
        OptionalLong key = key(hearing);
        return key.isEmpty() ? hearing.at() : limiter(hearing).freeAt(counter(key.getAsLong(), hearing), hearing.at());
    }

    /** The same after this message was refused: limits on arrivals have counted it then. */
    long retryAt(Hearing hearing) {
        OptionalLong key = key(hearing);
        return key.isEmpty() || !countsArrivals()
                ? freeAt(hearing)
                : limiter(hearing).freeAt(counted(key.getAsLong(), hearing), hearing.at());
    }

    /** Adds what is to be kept when the message is counted, if this limit applies to it. */
    void count(Hearing hearing, List<Counters.Entry> entries) {
        OptionalLong key = key(hearing);
        if (key.isPresent()) {
            Counter counted = counted(key.getAsLong(), hearing);
            entries.add(new Counters.Entry(
                    key.getAsLong(), counted, limiter(hearing).idleAt(counted)));
        }
    }

    /** Under which the message is counted, if this limit applies to it. */
    private OptionalLong key(Hearing hearing) {
        if (!rule.when().holds(hearing.message(), hearing.tier())) {
            return OptionalLong.empty();
        }
        return subKeys.isEmpty() ? keyOfSubject : SubKey.of(ruleKey, subKeys, hearing.message());
    }

    private Limiter limiter(Hearing hearing) {
        return hearing.tier() == Tier.TRUSTED ? trusted : normal;
    }

    private Counter counter(long key, Hearing hearing) {
        return hearing.before().counters().get(key, limiter(hearing).empty());
    }

    private Counter counted(long key, Hearing hearing) {
        return limiter(hearing).count(counter(key, hearing), hearing.at());
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
    String detail(Hearing hearing) {
        return hearing.tier() == Tier.TRUSTED ? trustedDetail : normalDetail;
    }

    Refusal.Offence offence() {
        return new Refusal.Offence(
                rule.id(), ruleKey, rule.strikes(), rule.allow().window());
    }
}
