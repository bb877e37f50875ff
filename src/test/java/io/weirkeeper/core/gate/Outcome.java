package io.weirkeeper.core.gate;

import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.core.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What became of one message, in words. */
public record Outcome(Verdict verdict, List<AuditEvent> events) {

    /** Of the effects of a decision about a message: one verdict, first, and what goes to the audit trail. */
    static Outcome of(List<Effect> effects) {
        return new Outcome(
                (Verdict) effects.get(0),
                effects.stream()
                        .skip(1)
                        .filter(AuditEvent.class::isInstance)
                        .map(AuditEvent.class::cast)
                        .toList());
    }

    public boolean isAllowed() {
        return verdict instanceof Allowed;
    }

    public Optional<Reason> reason() {
        return verdict instanceof Blocked blocked ? Optional.of(blocked.reason()) : Optional.empty();
    }

    public OptionalLong retryAt() {
        return verdict instanceof Blocked blocked ? blocked.retryAt() : OptionalLong.empty();
    }

    /** The notice, or that there is none. */
    public String notice() {
        return verdict instanceof Blocked blocked ? blocked.notice().orElse("none") : "none";
    }

    /** The audit trail: {@code VIOLATION flood 1}, {@code PENALTY WARNING 1 for flood}, {@code PARDON}. */
    public List<String> audit() {
        return events.stream().map(Outcome::text).toList();
    }

    static String text(AuditEvent event) {
        if (event instanceof AuditEvent.Violation violation) {
            return "VIOLATION " + violation.rule() + " " + violation.strikes();
        } else if (event instanceof AuditEvent.Punishment punishment) {
            return "PENALTY " + punishment.penalty().kind() + " " + punishment.strikes() + " for "
                    + punishment.rule().orElse("nothing");
        }
        return "PARDON";
    }

    private static String text(Penalty penalty) {
        return penalty.kind()
                + (penalty.until().isPresent() ? " until " + TrialTime.text(penalty.until()) : "")
                + " with " + penalty.strikes();
    }

    @Override
    public String toString() {
        if (verdict instanceof Allowed allowed) {
            return "ALLOWED"
                    + (allowed.flags().isEmpty() ? "" : " flags " + allowed.flags())
                    + allowed.bypass().map(why -> " bypass " + why).orElse("");
        }
        Blocked blocked = (Blocked) verdict;
        return blocked.reason()
                + blocked.rule().map(rule -> " by " + rule).orElse("")
                + blocked.penalty().map(penalty -> ", " + text(penalty)).orElse("")
                + (blocked.retryAt().isPresent() ? ", retry at " + TrialTime.text(blocked.retryAt()) : "");
    }
}
