package io.weirkeeper.core.gate;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.verdict.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate at which all messages of one subject are judged, in order, by one policy. A pure function of what comes in:
 * the same message, state and time always give the same decision.
 */
public final class SenderGate {
    private final Policy policy;
    private final Sentencing sentencing;
    private final List<Check> forAll;
    private final List<Check> forOthersThanAdmins;

    public SenderGate(Policy policy) {
        this.policy = policy;
        this.sentencing = new Sentencing(policy);
        Limits limits = new Limits(policy);
        this.forAll = List.of(new AddressCheck(policy.blockedAddresses()), new AgeCheck(policy.maxAge()));
        List<Check> checks = new ArrayList<>();
        checks.add(new StandingCheck(policy, limits));
        checks.add(new RedeliveryCheck());
        policy.duplicates().ifPresent(rule -> checks.add(new DuplicateCheck(rule, policy)));
        checks.add(limits);
        this.forOthersThanAdmins = List.copyOf(checks);
    }

    /** The subject of a message under this gate's policy; a message without one cannot be judged. */
    public Optional<String> subject(Message message) {
        return policy.keyedBy().of(message);
    }

    /** What an operator's word leads to. */
    public Decision decide(ControlEvent event, SubjectState state, Moment moment) {
        return OperatorWord.decide(event, state.standing(), moment.time());
    }

    /**
     * What becomes of a message.
     *
     * @throws IllegalArgumentException if the message has no subject
     */
    public Decision decide(Message message, SubjectState state, Moment moment) {
        String subject = subject(message)
                .orElseThrow(() -> new IllegalArgumentException("message " + message.id() + " has no "
                        + policy.keyedBy().label()));
        Activity activity = state.activity();
        Standing standing = state.standing();
        Message judged = policy.commands().isPresent() ? policy.commands().get().read(message) : message;
        Hearing hearing = new Hearing(policy, judged, subject, moment, activity, standing);
        Optional<Refusal> refusal = firstRefusal(forAll, hearing);
        if (refusal.isEmpty() && policy.admins().contains(subject)) {
            return Decision.of(allowed(message, hearing, Optional.of(Allowed.ADMIN)));
        }
        refusal = refusal.or(() -> firstRefusal(forOthersThanAdmins, hearing));
        return refusal.isPresent()
                ? sentencing.decide(refusal.get(), message, hearing, standing, state::ledger)
                : new Decision(
                        Optional.of(hearing.after(true, activity.noticeAt())),
                        Decision.changed(standing, hearing.standing()),
                        Optional.empty(),
                        List.of(allowed(message, hearing, Optional.empty())));
    }

    private static Optional<Refusal> firstRefusal(List<Check> checks, Hearing hearing) {
        for (int i = 0; i < checks.size(); i++) {
            Optional<Refusal> refusal = checks.get(i).ask(hearing);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Allowed allowed(Message message, Hearing hearing, Optional<String> bypass) {
        return new Allowed(message, hearing.at(), policy.version(), hearing.flags(), bypass);
    }
}
