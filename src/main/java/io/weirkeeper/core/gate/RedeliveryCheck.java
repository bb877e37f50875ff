package io.weirkeeper.core.gate;

import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.verdict.Reason;
import java.util.Optional;

/**
 * Stops a message that came before: providers deliver again what they got no answer for. Nobody is punished for it, and a
 * repeated delivery does not prolong the time for which an id is remembered.
 */
record RedeliveryCheck() implements Check {

    @Override
    public Optional<Refusal> ask(Hearing hearing) {
        long id = Fingerprint.of(hearing.message().id());
        if (hearing.before().ids().has(id, hearing.at(), Activity.ID_WINDOW)) {
            return Optional.of(Refusal.because(Reason.REDELIVERED, "this message id came before"));
        }
        hearing.rememberId(id);
        return Optional.empty();
    }
}
