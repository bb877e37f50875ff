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
 * @param rule the rule whose violation led to it, empty if there was none
 */
record Consequences(Optional<Ledger> ledger, Optional<Penalty> penalty, String rule, List<Effect> audit) {
    private static final Consequences NONE = new Consequences(Optional.empty(), Optional.empty(), "", List.of());

    static Consequences of(
            Refusal refusal, String subject, String messageId, long at, Policy policy, Supplier<Ledger> ledgers) {
        if (!isPunishable(refusal)) {
            return NONE;
        }
        Ledger before = ledgers.get();
        List<Refusal.Offence> violations = violations(refusal, before, at);
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
        String rule = ruleOf(refusal, violations);
        List<Effect> audit = new ArrayList<>();
        violations.forEach(
                offence -> audit.add(new AuditEvent.Violation(subject, at, offence.rule(), strikes, messageId)));
        penalty.ifPresent(
                imposed -> audit.add(new AuditEvent.Punishment(subject, at, Optional.of(rule), imposed, messageId)));
        return new Consequences(Optional.of(ledger), penalty, rule, audit);
    }

    /** Seen before the ledger is asked for, which costs a look into a store: most refusals have no strikes. */
    private static boolean isPunishable(Refusal refusal) {
        for (Refusal.Offence offence : refusal.offences()) {
            if (offence.strikes() > 0) {
                return true;
            }
        }
        return false;
    }

    private static List<Refusal.Offence> violations(Refusal refusal, Ledger before, long at) {
        List<Refusal.Offence> violations = List.of();
        for (Refusal.Offence offence : refusal.offences()) {
            if (offence.strikes() > 0 && !before.inEpisode(offence.key(), at)) {
                violations = violations.isEmpty() ? new ArrayList<>() : violations;
                violations.add(offence);
            }
        }
        return violations;
    }

    /** The rule that the verdict names if it was violated, or else the first that was. */
    private static String ruleOf(Refusal refusal, List<Refusal.Offence> violations) {
        return violations.stream()
                .map(Refusal.Offence::rule)
                .filter(rule -> refusal.rule().equals(Optional.of(rule)))
                .findFirst()
                .orElse(violations.get(0).rule());
    }
}
