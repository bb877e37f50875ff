package io.weirkeeper.config;

import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.LimitRule.Algorithm;
import io.weirkeeper.core.policy.LimitRule.TokenBucket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What no limit shows alone: limits that say the same, counts too large for the trusted factor. */
record LimitChecks(List<LimitDraft> limits) {
    void check(int trustedFactor) {
        checkTwins();
        limits.forEach(limit -> checkSize(limit, factor(limit, trustedFactor)));
    }

    private void checkTwins() {
        Map<LimitRule, LimitDraft> firsts = new HashMap<>();
        for (LimitDraft limit : limits) {
            limit.rule().filter(rule -> limit.place().isSound()).ifPresent(rule -> {
                Optional<LimitDraft> first = Optional.ofNullable(firsts.putIfAbsent(effect(rule), limit));
                first.filter(other -> !other.id().equals(limit.id()))
                        .ifPresent(other -> limit.place()
                                .problem("the same limit as "
                                        + Quoted.of(other.id().orElse("")) + " on line "
                                        + other.place().line() + "; it could never act"));
            });
        }
    }

    /** All of a limit that decides anything: without its name, and with the default of burst filled in. */
    private static LimitRule effect(LimitRule rule) {
        Algorithm algorithm = rule.algorithm() instanceof TokenBucket bucket
                ? new TokenBucket(
                        OptionalLong.of(bucket.burst().orElse(rule.allow().count())))
                : rule.algorithm();
        return new LimitRule(
                "",
                rule.per(),
                rule.allow(),
                rule.counts(),
                rule.onExceed(),
                algorithm,
                rule.strikes(),
                rule.mode(),
                rule.when());
    }

    /** Trust widens only what is counted for the subject alone; the wider gates are the same for all. */
    private static int factor(LimitDraft limit, int trustedFactor) {
        return limit.gate().equals(Optional.of(GateKind.SUBJECT)) ? trustedFactor : 1;
    }

    /**
     * The limiters multiply these, a token bucket also with the window, and add the product to times of the calendar: it must
     * stay well within 64 bits.
     */
    private static void checkSize(LimitDraft limit, int factor) {
        if (limit.allow().isEmpty() || limit.algorithm().isEmpty()) {
            return;
        }
        Rate rate = limit.allow().get();
        if (!(limit.algorithm().get() instanceof TokenBucket bucket)) {
            checkProduct(limit, "allow", rate.count(), factor, 1);
            return;
        }
        checkProduct(limit, "allow", rate.count(), factor, rate.window());
        bucket.burst().ifPresent(burst -> checkProduct(limit, "burst", burst, factor, rate.window()));
    }

    private static void checkProduct(LimitDraft limit, String key, long count, int factor, long window) {
        if (count > Durations.LONGEST / factor / window) {
            String times = factor == 1 ? "" : " with trusted.factor " + factor;
            limit.place().problem(key, count + " is too large a count" + times);
        }
    }
}
