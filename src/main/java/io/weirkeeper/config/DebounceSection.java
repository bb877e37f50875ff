package io.weirkeeper.config;

import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.DebounceRule;
import io.weirkeeper.core.policy.DebounceRule.Keep;
import io.weirkeeper.core.policy.Mode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** {@code debounce}: several quick messages become one. */
final class DebounceSection {
    private static final Words<Keep> KEEPS = Words.ofEnum(Keep.values());

    /** A burst that a single message fills is none. */
    private static final int FEWEST_MESSAGES = 2;

    private DebounceSection() {}

    static Optional<DebounceRule> read(YamlMap map, Optional<MessageField> keyedBy, LongestWindow longestWindow) {
        Optional<Long> quiet = map.required("quiet", YamlValue::duration);
        Optional<Long> maxWait = map.optional("maxWait", YamlValue::duration);
        Optional<Integer> maxMessages =
                map.optional("maxMessages", value -> value.wholeNumber(FEWEST_MESSAGES, Integer.MAX_VALUE));
        Optional<Keep> keep = map.optional("keep", value -> value.oneOf(KEEPS), Keep.LAST);
        Optional<Set<MessageField>> per = PolicyWords.perSubject(map, keyedBy);
        Optional<Mode> mode = PolicyWords.mode(map);
        Optional<Condition> when = ConditionSection.read(map);
        quiet.ifPresent(millis -> longestWindow.check(map, "quiet", "the quiet time", millis));
        maxWait.ifPresent(millis -> longestWindow.check(map, "maxWait", "the time to wait", millis));
        checkWaits(map, quiet, maxWait);
        if (!map.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new DebounceRule(
                quiet.orElseThrow(),
                maxWait.isPresent() ? OptionalLong.of(maxWait.get()) : OptionalLong.empty(),
                maxMessages.isPresent() ? OptionalInt.of(maxMessages.get()) : OptionalInt.empty(),
                keep.orElseThrow(),
                per.orElseThrow(),
                mode.orElseThrow(),
                when.orElseThrow()));
    }

    private static void checkWaits(YamlMap map, Optional<Long> quiet, Optional<Long> maxWait) {
        if (quiet.isPresent() && maxWait.isPresent() && maxWait.get() < quiet.get()) {
            map.problem(
                    "maxWait",
                    Durations.format(maxWait.get()) + " is shorter than quiet, " + Durations.format(quiet.get())
                            + ", which could then never end a burst");
        }
    }
}
