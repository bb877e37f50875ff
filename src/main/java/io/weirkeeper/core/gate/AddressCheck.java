package io.weirkeeper.core.gate;

import io.weirkeeper.core.verdict.Reason;
import java.util.Optional;
import java.util.Set;

/** Stops messages from blocked addresses. */
record AddressCheck(Set<String> blocked) implements Check {

    @Override
    public Optional<Refusal> ask(Hearing hearing) {
        if (blocked.isEmpty()
                || !hearing.message().address().map(blocked::contains).orElse(false)) {
            return Optional.empty();
        }
        String detail = "address " + hearing.message().address().orElse("") + " is blocked";
        return hearing.enforce("blocked", Refusal.because(Reason.BLOCKLISTED, detail));
    }
}
