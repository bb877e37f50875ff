package io.weirkeeper.core.standing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How well a subject is known; policies may name it in {@code when}. */
public enum Tier {
    TRUSTED,
    REGISTERED,
    NORMAL;

    /** The name as it stands in policies. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tier with this name in a policy. */
    public static Optional<Tier> named(String label) {
        return Arrays.stream(values())
                .filter(tier -> tier.label().equals(label))
                .findFirst();
    }
}
