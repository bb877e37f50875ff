package io.weirkeeper.config;

import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.LimitRule.Algorithm;
import io.weirkeeper.core.policy.LimitRule.Counts;
import io.weirkeeper.core.policy.LimitRule.OnExceed;
import io.weirkeeper.core.policy.LimitRule.TokenBucket;
import io.weirkeeper.core.policy.Mode;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of {@code limits} as far as it could be read: what is readable of it is held against the other limits, even
 * if the rest is wrong.
 *
 * @param place where it stands in the file
 * @param gate where it is judged
 * @param rule the limit, if nothing in it is wrong
 */
record LimitDraft(
        YamlMap place,
        Optional<String> id,
        Optional<GateKind> gate,
        Optional<Rate> allow,
        Optional<Algorithm> algorithm,
        Optional<LimitRule> rule) {

    private static final Words<Counts> COUNTS = Words.ofEnum(Counts.values());
    private static final Words<OnExceed> ON_EXCEED = Words.ofEnum(OnExceed.values());

    static Optional<LimitDraft> read(YamlMap map, Optional<MessageField> keyedBy, LongestWindow longestWindow) {
        Optional<String> id = map.required("id", YamlValue::nonEmptyText);
        Optional<Set<MessageField>> per = map.required("per", PolicyWords::fields);
        Optional<Rate> allow = map.required("allow", Rates::read);
        Optional<Counts> counts = map.optional("count", value -> value.oneOf(COUNTS), Counts.ACCEPTED);
        Optional<OnExceed> onExceed = map.optional("onExceed", value -> value.oneOf(ON_EXCEED), OnExceed.REFUSE);
        Optional<Algorithm> algorithm = AlgorithmSection.read(map);
        Optional<Integer> strikes = PolicyWords.strikes(map);
        Optional<Mode> mode = PolicyWords.mode(map);
        Optional<Condition> when = ConditionSection.read(map);
        allow.ifPresent(rate -> longestWindow.check(map, "allow", rate.window()));
        if (allow.isPresent() && algorithm.isPresent() && algorithm.get() instanceof TokenBucket bucket) {
            longestWindow.check(map, "burst", "the time to fill up", timeToFill(bucket, allow.get()));
        }
        Optional<GateKind> gate = keyedBy.flatMap(subject -> per.map(fields -> GateKind.of(fields, subject)));
        gate.filter(kind -> kind != GateKind.SUBJECT && strikes.orElse(0) > 0)
                .ifPresent(kind -> map.problem("strikes", noStrikesAt(kind, keyedBy.orElseThrow())));
        if (counts.equals(Optional.of(Counts.ARRIVALS)) && onExceed.equals(Optional.of(OnExceed.QUEUE))) {
            map.problem("onExceed", "\"queue\" contradicts count: arrivals");
        }
        if (!map.isSound()) {
            return Optional.of(new LimitDraft(map, id, gate, allow, algorithm, Optional.empty()));
        }
        LimitRule rule = new LimitRule(
                id.orElseThrow(),
                per.orElseThrow(),
                allow.orElseThrow(),
                counts.orElseThrow(),
                onExceed.orElseThrow(),
                algorithm.orElseThrow(),
                strikes.orElseThrow(),
                mode.orElseThrow(),
                when.orElseThrow());
        return Optional.of(new LimitDraft(map, id, gate, allow, algorithm, Optional.of(rule)));
    }

    /** How long an empty bucket takes to be full, in milliseconds: as long it must be remembered. */
    private static long timeToFill(TokenBucket bucket, Rate rate) {
        long burst = bucket.burst().orElse(rate.count());
        boolean overflows = burst > Durations.LONGEST / rate.window();
        // A count that overflows is a problem of its own.
        return overflows ? 0 : (burst * rate.window() + rate.count() - 1) / rate.count();
    }

    private static String noStrikesAt(GateKind gate, MessageField keyedBy) {
        return "without " + keyedBy.label() + " in per the limit belongs to the " + gate.label()
                + " gate, where there are no strikes";
    }
}
