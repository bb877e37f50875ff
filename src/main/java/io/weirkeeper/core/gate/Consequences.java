package io.weirkeeper.core.gate;

import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What offences lead to. All strikes of one message are added first, then one rung of the ladder applies.
 *
 * @param ledger the ledger afterwards, if it changed
 * @param penalty the penalty that was imposed, if one was
 */
record Consequences(Optional<Ledger> ledger, Optional<Penalty> penalty, List<Effect> audit) {
    private static final Consequences NONE = new Consequences(Optional.empty(), Optional.empty(), List.of());

    static Consequences of(
            Refusal refusal, String subject, String messageId, long at, Policy policy, Supplier<Ledger> ledgers) {
        List<Refusal.Offence> punishable = refusal.offences().stream()
                .filter(offence -> offence.strikes() > 0)
                .toList();
        if (punishable.isEmpty()) {
            return NONE;
        }
        Ledger before = ledgers.get();
        List<Refusal.Offence> violations = punishable.stream()
                .filter(offence -> !before.inEpisode(offence.key(), at))
                .toList();
        if (violations.isEmpty()) {
            return NONE;
        }
        long window = policy.penalties().window();
        Ledger ledger = before;
        for (Refusal.Offence offence : violations) {
            ledger = ledger.violation(offence.key(), at, offence.strikes(), offence.episode(), window);
        }
        int strikes = ledger.total(at, window);
        Optional<Penalty> penalty = policy.penalties().penaltyFor(strikes, at);
        List<Effect> audit = new ArrayList<>();
        violations.forEach(
                offence -> audit.add(new AuditEvent.Violation(subject, at, offence.rule(), strikes, messageId)));
        penalty.ifPresent(
                imposed -> audit.add(new AuditEvent.Punishment(subject, at, refusal.rule(), imposed, messageId)));
        return new Consequences(Optional.of(ledger), penalty, audit);
    }
}
