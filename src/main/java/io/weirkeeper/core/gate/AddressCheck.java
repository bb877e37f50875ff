package io.weirkeeper.core.gate;

import io.weirkeeper.core.verdict.Reason;
import java.util.Optional;
import java.util.Set;

/** Stops messages from blocked addresses: those of the policy, and those that operators list. */
record AddressCheck(Set<String> blocked, Lists lists) implements Check {

    @Override
    public Optional<Refusal> ask(Hearing hearing) {
        Optional<String> address = hearing.message().address();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Refusal refusal = Refusal.because(Reason.BLOCKLISTED, "address " + address.get() + " is blocked");
        if (blocked.contains(address.get())) {
            return hearing.enforce("blocked", refusal);
        }
        return lists.isBlocked(address.get()) ? Optional.of(refusal) : Optional.empty();
    }
}
