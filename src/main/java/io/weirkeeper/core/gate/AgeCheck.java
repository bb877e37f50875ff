package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.DurationText;
import io.weirkeeper.core.verdict.Reason;
import java.util.Optional;
import java.util.OptionalLong;

/** Stops messages that were too old when they came. */
record AgeCheck(OptionalLong maxAge) implements Check {

    @Override
    public Optional<Refusal> ask(Hearing hearing) {
        if (maxAge.isEmpty() || hearing.age() <= maxAge.getAsLong()) {
            return Optional.empty();
        }
        String detail = DurationText.of(hearing.age()) + " old; " + DurationText.of(maxAge.getAsLong()) + " allowed";
        return hearing.enforce("maxAge", Refusal.because(Reason.STALE, detail));
    }
}
