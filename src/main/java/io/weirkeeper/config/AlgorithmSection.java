package io.weirkeeper.config;

import io.weirkeeper.core.policy.LimitRule.Algorithm;
import io.weirkeeper.core.policy.LimitRule.SlidingWindow;
import io.weirkeeper.core.policy.LimitRule.TokenBucket;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code algorithm} and {@code burst} of a limit. */
final class AlgorithmSection {
    private static final Words<Kind> KINDS = Words.ofEnum(Kind.values());

    private enum Kind {
        SLIDING_WINDOW,
        TOKEN_BUCKET
    }

    private AlgorithmSection() {}

    /** The algorithm of a limit: a sliding window if the key is absent. */
    static Optional<Algorithm> read(YamlMap limit) {
        Optional<Kind> kind = limit.optional("algorithm", value -> value.oneOf(KINDS), Kind.SLIDING_WINDOW);
        Optional<OptionalLong> burst = limit.optional("burst", AlgorithmSection::burst, OptionalLong.empty());
        if (kind.isEmpty() || burst.isEmpty()) {
            return Optional.empty();
        }
        if (kind.get() == Kind.TOKEN_BUCKET) {
            return Optional.of(new TokenBucket(burst.get()));
        }
        if (burst.get().isPresent()) {
            limit.problem("burst", "needs algorithm: token-bucket");
        }
        return Optional.of(new SlidingWindow());
    }

    private static Optional<OptionalLong> burst(YamlValue value) {
        return value.wholeNumber(1, Long.MAX_VALUE).map(OptionalLong::of);
    }
}
