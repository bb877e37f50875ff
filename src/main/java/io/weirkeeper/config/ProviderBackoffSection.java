package io.weirkeeper.config;

import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.policy.BackoffRule;
import java.util.Optional;

/** {@code providerBackoff}: a pause for a provider that refuses answers. */
final class ProviderBackoffSection {
    private ProviderBackoffSection() {}

    static Optional<BackoffRule> read(YamlMap map, LongestWindow longestWindow) {
        Optional<Rate> errors = map.required("errors", Rates::read);
        Optional<Long> pause = map.required("pause", YamlValue::duration);
        errors.ifPresent(rate -> {
            longestWindow.check(map, "errors", rate.window());
            if (rate.count() > Durations.LONGEST) {
                map.problem("errors", rate.count() + " is too large a count");
            }
        });
        pause.ifPresent(millis -> longestWindow.check(map, "pause", "the pause", millis));
        if (!map.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new BackoffRule(errors.orElseThrow(), pause.orElseThrow()));
    }
}
