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
                standing(standing.withBlock(
                        Optional.of(new Standing.Block(term, event.at(), event.by(), event.reason()))));
            case UNBLOCK -> standing(standing.withBlock(Optional.empty()));
            case TRUST -> standing(standing.withTrust(Optional.of(term)));
            case UNTRUST -> standing(standing.withTrust(Optional.empty()));
            case REGISTER -> standing(standing.withRegistration(Optional.of(term)));
            case UNREGISTER -> standing(standing.withRegistration(Optional.empty()));
            case PARDON ->
                new Decision(
                        Optional.empty(),
                        Optional.of(standing.withPenalty(Optional.empty())),
                        Optional.of(Ledger.EMPTY),
                        List.of(new AuditEvent.Pardon(event.subject(), at)));
            case FORGET ->
                new Decision(
                        Optional.of(Activity.EMPTY),
                        Optional.of(Standing.EMPTY.withBlock(standing.block())),
                        Optional.of(Ledger.EMPTY),
                        List.of());
        };
    }

    private static Decision standing(Standing standing) {
        return new Decision(Optional.empty(), Optional.of(standing), Optional.empty(), List.of());
    }
}
