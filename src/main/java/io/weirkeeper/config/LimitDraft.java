package io.weirkeeper.config;

import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.LimitRule.Algorithm;
import io.weirkeeper.core.policy.LimitRule.Counts;
import io.weirkeeper.core.policy.LimitRule.TokenBucket;
import io.weirkeeper.core.policy.Mode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An entry of {@code limits} as far as it could be read: what is readable of it is held against the other limits, even
 * if the rest is wrong.
 *
 * @param place where it stands in the file
 * @param rule the limit, if nothing in it is wrong
 */
record LimitDraft(
        YamlMap place,
        Optional<String> id,
        Optional<Rate> allow,
        Optional<Algorithm> algorithm,
        Optional<LimitRule> rule) {

    private static final Words<Counts> COUNTS = Words.ofEnum(Counts.values());
    private static final Words<OnExceed> ON_EXCEED = Words.ofEnum(OnExceed.values());

    private enum OnExceed {
        REFUSE,
        QUEUE
    }

    static Optional<LimitDraft> read(YamlMap map, Optional<MessageField> keyedBy, LongestWindow longestWindow) {
        Optional<String> id = map.required("id", YamlValue::nonEmptyText);
        Optional<Set<MessageField>> per = map.required("per", PolicyWords::fields);
        Optional<Rate> allow = map.required("allow", LimitDraft::rate);
        Optional<Counts> counts = map.optional("count", value -> value.oneOf(COUNTS), Counts.ACCEPTED);
        Optional<Algorithm> algorithm = AlgorithmSection.read(map);
        Optional<Integer> strikes = PolicyWords.strikes(map);
        Optional<Mode> mode = PolicyWords.mode(map);
        Optional<Condition> when = ConditionSection.read(map);
        allow.ifPresent(rate -> longestWindow.check(map, "allow", rate.window()));
        if (allow.isPresent() && algorithm.isPresent() && algorithm.get() instanceof TokenBucket bucket) {
            longestWindow.check(map, "burst", "the time to fill up", timeToFill(bucket, allow.get()));
        }
        if (keyedBy.isPresent() && per.isPresent() && !per.get().contains(keyedBy.get())) {
            map.problem("per", leadsToWiderGate(per.get(), keyedBy.get()));
        }
        refuseQueue(map, counts);
        if (!map.isSound()) {
            return Optional.of(new LimitDraft(map, id, allow, algorithm, Optional.empty()));
        }
        LimitRule rule = new LimitRule(
                id.orElseThrow(),
                per.orElseThrow(),
                allow.orElseThrow(),
                counts.orElseThrow(),
                algorithm.orElseThrow(),
                strikes.orElseThrow(),
                mode.orElseThrow(),
                when.orElseThrow());
        return Optional.of(new LimitDraft(map, id, allow, algorithm, Optional.of(rule)));
    }

    /** How long an empty bucket takes to be full, in milliseconds: as long it must be remembered. */
    private static long timeToFill(TokenBucket bucket, Rate rate) {
        long burst = bucket.burst().orElse(rate.count());
        boolean overflows = burst > Durations.LONGEST / rate.window();
        // A count that overflows is a problem of its own.
        return overflows ? 0 : (burst * rate.window() + rate.count() - 1) / rate.count();
    }

    private static Optional<Rate> rate(YamlValue value) {
        return value.text().flatMap(text -> Rates.parse(text, value::problem));
    }

    private static String leadsToWiderGate(Set<MessageField> per, MessageField keyedBy) {
        String gate = Stream.of(MessageField.USER, MessageField.CONVERSATION, MessageField.ADDRESS)
                .filter(per::contains)
                .map(MessageField::label)
                .findFirst()
                .orElse("global");
        return "without " + keyedBy.label() + " it leads to the " + gate + " gate, which is not supported yet";
    }

    private static void refuseQueue(YamlMap map, Optional<Counts> counts) {
        Optional<OnExceed> onExceed = map.optional("onExceed", value -> value.oneOf(ON_EXCEED));
        if (onExceed.equals(Optional.of(OnExceed.QUEUE))) {
            map.problem("onExceed", "\"queue\" is not supported yet");
            if (counts.equals(Optional.of(Counts.ARRIVALS))) {
                map.problem("onExceed", "\"queue\" contradicts count: arrivals");
            }
        }
    }
}
