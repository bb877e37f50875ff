package io.weirkeeper.config;

import io.weirkeeper.core.policy.QueueRule;
import java.util.Optional;

/**
 * {@code queue}: room and time for messages that wait. It is of use even if no limit lets them wait: operators can pause the
 * global gate at any time.
 */
final class QueueSection {
    private QueueSection() {}

    static Optional<QueueRule> read(YamlMap map) {
        Optional<Integer> capacity = map.optional(
                "capacity", value -> value.wholeNumber(1, Integer.MAX_VALUE), QueueRule.DEFAULT.capacity());
        Optional<Long> maxWait = map.optional("maxWait", YamlValue::duration, QueueRule.DEFAULT.maxWait());
        if (!map.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new QueueRule(capacity.orElseThrow(), maxWait.orElseThrow()));
    }
}
