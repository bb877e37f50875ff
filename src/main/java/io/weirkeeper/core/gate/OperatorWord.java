package io.weirkeeper.core.gate;

import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.standing.Term;
import io.weirkeeper.core.verdict.AuditEvent;
import java.util.List;
import java.util.Optional;

/** What an operator's word changes of what is known of a subject. No policy is needed for it. */
final class OperatorWord {
    private OperatorWord() {}

    static Decision decide(ControlEvent event, Standing standing, long at) {
        Term term = new Term(event.until());
        return switch (event.type()) {
            case BLOCK ->
                Decision.of(standing.withBlock(
                        Optional.of(new Standing.Block(term, event.at(), event.by(), event.reason()))));
            case UNBLOCK -> Decision.of(standing.withBlock(Optional.empty()));
            case TRUST -> Decision.of(standing.withTrust(Optional.of(term)));
            case UNTRUST -> Decision.of(standing.withTrust(Optional.empty()));
            case REGISTER -> Decision.of(standing.withRegistration(Optional.of(term)));
            case UNREGISTER -> Decision.of(standing.withRegistration(Optional.empty()));
            case PARDON ->
                new Decision(
                        Optional.empty(),
                        Optional.of(standing.withPenalty(Optional.empty())),
                        Optional.of(Ledger.EMPTY),
                        List.of(new AuditEvent.Pardon(event.subject().orElseThrow(), at)));
            case FORGET ->
                new Decision(
                        Optional.of(Activity.EMPTY),
                        Optional.of(Standing.EMPTY.withBlock(standing.block())),
                        Optional.of(Ledger.EMPTY),
                        List.of());
            case PAUSE, RESUME ->
                throw new IllegalArgumentException(event.type().label() + " is no word about a subject");
        };
    }
}
