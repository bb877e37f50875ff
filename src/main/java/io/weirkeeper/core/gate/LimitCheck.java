package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.Counter;
import io.weirkeeper.core.limit.Limiter;
import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.Tier;
import io.weirkeeper.core.verdict.NearLimit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One limit of the policy, made ready to be asked often. */
final class LimitCheck {
    private final LimitRule rule;
    private final boolean enforced;
    private final boolean pacesPresent;
    private final int trustedFactor;
    private final long ruleKey;
    private final List<MessageField> subKeys;
    private final Limiter normal;
    private final Counter empty;
    private final Limiter trusted;
    private final String normalDetail;
    private final String trustedDetail;
    private final long nearNormal;
    private final long nearTrusted;
    private final NearLimit near;

    LimitCheck(LimitRule rule, Policy policy) {
        GateKind gate = GateKind.of(rule.per(), policy.keyedBy());
        this.trustedFactor = gate == GateKind.SUBJECT ? policy.trustedFactor() : 1;
        this.rule = rule;
        this.pacesPresent = rule.onExceed() == LimitRule.OnExceed.QUEUE || gate == GateKind.GLOBAL;
        this.enforced = policy.mode() == Mode.ENFORCE && rule.mode() == Mode.ENFORCE;
        this.ruleKey = Fingerprint.of(rule.id());
        this.subKeys = SubKey.fields(rule.per(), gate.keyField(policy.keyedBy()));
        this.normal = rule.limiter(1);
        this.empty = normal.empty();
        this.trusted = rule.limiter(trustedFactor);
        this.normalDetail = rule.algorithm().exceeded(rule.allow(), 1);
        this.trustedDetail = rule.algorithm().exceeded(rule.allow(), trustedFactor);
        this.nearNormal = near(normal);
        this.nearTrusted = near(trusted);
        this.near = new NearLimit(rule.id());
    }

    boolean hasRoom(Hearing hearing) {
        return wait(hearing) == 0;
    }

    /** Whether this limit is for such messages. */
    boolean applies(Hearing hearing) {
        return rule.when().holds(hearing.message(), hearing.tier()) && SubKey.isComplete(subKeys, hearing.message());
    }

    /** The earliest time at which a message like this one has room; now if this limit does not apply to it. */
    long freeAt(Hearing hearing) {
        return wait(hearing) + now(hearing);
    }

    /** How long such a message has to wait for room, in milliseconds; 0 if this limit does not apply to it. */
    long wait(Hearing hearing) {
        if (!applies(hearing)) {
            return 0;
        }
        Counter counter = counter(key(hearing), hearing);
        long now = now(counter, hearing);
        return limiter(hearing).freeAt(counter, now) - now;
    }

    /** Counts the message if this limit applies to it. */
    void count(Hearing hearing) {
        if (applies(hearing)) {
            long key = key(hearing);
            Counter counter = counter(key, hearing);
            long now = now(counter, hearing);
            Counter counted = limiter(hearing).count(counter, now);
            if (enforced && limiter(hearing).left(counted, now) <= near(hearing)) {
                hearing.near(near);
            }
            hearing.count(new Counters.Entry(key, counted, limiter(hearing).idleAt(counted)));
        }
    }

    /** So many left are hardly any: a tenth of the room that there is at most. */
    private static long near(Limiter limiter) {
        return limiter.left(limiter.empty(), 1) / 10;
    }

    private long near(Hearing hearing) {
        return hearing.tier() == Tier.TRUSTED ? nearTrusted : nearNormal;
    }

    /** The time by which this limit judges. */
    private long now(Hearing hearing) {
        return pacesPresent ? hearing.present() : hearing.at();
    }

    /** The wall clock may be set back; what a limiter counts must not be. */
    private long now(Counter counter, Hearing hearing) {
        return pacesPresent ? Math.max(hearing.present(), counter.latest()) : hearing.at();
    }

    /** Under which a message that has all fields of the key is counted. */
    private long key(Hearing hearing) {
        return subKeys.isEmpty() ? ruleKey : SubKey.of(ruleKey, subKeys, hearing.message());
    }

    private Limiter limiter(Hearing hearing) {
        return hearing.tier() == Tier.TRUSTED ? trusted : normal;
    }

    private Counter counter(long key, Hearing hearing) {
        return hearing.counter(key, empty);
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

    boolean isQueueing() {
        return rule.onExceed() == LimitRule.OnExceed.QUEUE;
    }

    /** Whether it judges at the present, and not at the message's own time. */
    boolean pacesPresent() {
        return pacesPresent;
    }

    boolean countsArrivals() {
        return rule.counts() == LimitRule.Counts.ARRIVALS;
    }

    /** What to say of a message that exceeds it. */
    String detail(Hearing hearing) {
        return hearing.tier() == Tier.TRUSTED ? trustedDetail : normalDetail;
    }

    /** How much room there is, for people; nothing if this limit does not apply. */
    Optional<String> explain(Hearing hearing) {
        if (!applies(hearing)) {
            return Optional.empty();
        }
        Counter counter = counter(key(hearing), hearing);
        long left = limiter(hearing).left(counter, now(counter, hearing));
        return Optional.of(rule.id() + ": " + left + " left of " + allowed(hearing));
    }

    private Rate allowed(Hearing hearing) {
        return rule.allow().times(hearing.tier() == Tier.TRUSTED ? trustedFactor : 1);
    }

    /** It as such a message meets it. */
    LimitUsage usage(Hearing hearing, Optional<LimitUsage.Room> room) {
        return new LimitUsage(rule.id(), allowed(hearing), enforced, room);
    }

    /** The fields by which it counts besides the key of its gate. */
    List<MessageField> subKeys() {
        return subKeys;
    }

    /** How much of it is used for a message that has all fields of the key. */
    LimitUsage.Room room(Hearing hearing) {
        Limiter limiter = limiter(hearing);
        Counter counter = counter(key(hearing), hearing);
        long now = now(counter, hearing);
        long left = limiter.left(counter, now);
        long freeAt = limiter.freeAt(counter, now);
        long idleAt = limiter.idleAt(counter);
        return new LimitUsage.Room(
                limiter.left(limiter.empty(), now) - left,
                left,
                idleAt > now ? OptionalLong.of(idleAt) : OptionalLong.empty(),
                freeAt > now ? OptionalLong.of(freeAt) : OptionalLong.empty());
    }

    Refusal.Offence offence() {
        return new Refusal.Offence(
                rule.id(), ruleKey, rule.strikes(), rule.allow().window());
    }
}
