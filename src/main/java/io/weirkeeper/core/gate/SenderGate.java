package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Due;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.verdict.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The gate at which all messages of one subject are judged, in order, by one policy. A pure function of what comes in:
 * the same message, state and time always give the same decision.
 */
public final class SenderGate {
    private final Policy policy;
    private final Limits limits;
    private final Priorities priorities;
    private final SenderExit exit;
    private final Queue queue;
    private final Admission admission;
    private final Optional<Debouncing> debouncing;
    /** By which bursts are ended, also those that were begun under a policy that let messages wait. */
    private final Debouncing ending;

    private final Optional<SpamCheck> spam;
    private final Bursts bursts;
    private final Views views;
    private final List<Check> forAll;
    private final List<Check> forOthersThanAdmins;

    public SenderGate(Policy policy) {
        this(policy, Lists.NONE);
    }

    /**
     * @param lists what operators keep besides the policy; asked anew for each message
     */
    public SenderGate(Policy policy, Lists lists) {
        this(Rules.of(policy), lists);
    }

    /**
     * @param rules made once for all gates that judge by them
     * @param lists what operators keep besides the policy; asked anew for each message
     */
    public SenderGate(Rules rules, Lists lists) {
        this.policy = rules.policy();
        this.limits = new Limits(policy, GateKind.SUBJECT);
        this.views = new Views(policy);
        this.priorities = new Priorities(policy.priorities());
        Check standing = new StandingCheck(policy, limits);
        this.exit = new SenderExit(policy, standing, lists);
        this.queue = new Queue(limits, policy.queue(), exit);
        this.admission = new Admission(limits, queue, exit);
        this.debouncing = policy.debounce().map(rule -> new Debouncing(rule, policy));
        this.ending = debouncing.orElseGet(() -> Debouncing.ofNothing(policy));
        this.spam = rules.content().isEmpty() ? Optional.empty() : Optional.of(new SpamCheck(rules));
        Optional<DuplicateCheck> duplicates = policy.duplicates().map(rule -> new DuplicateCheck(rule, policy));
        this.bursts = new Bursts(policy, duplicates, admission, exit);
        this.forAll = List.of(new AddressCheck(policy.blockedAddresses(), lists), new AgeCheck(policy.maxAge()));
        List<Check> checks = new ArrayList<>();
        checks.add(standing);
        checks.add(new RedeliveryCheck());
        duplicates.ifPresent(checks::add);
        checks.add(limits::askOnArrival);
        spam.ifPresent(checks::add);
        this.forOthersThanAdmins = List.copyOf(checks);
    }

    /** The subject of a message under this gate's policy; a message without one cannot be judged. */
    public Optional<String> subject(Message message) {
        return policy.keyedBy().of(message);
    }

    /** What an operator's word leads to; it may make room for messages that wait. */
    public Decision decide(ControlEvent event, SubjectState state, Moment moment) {
        Decision said = OperatorWord.decide(event, state.standing(), moment.time());
        if (state.waiting().isEmpty()) {
            return said;
        }
        Docket docket = new Docket(state);
        docket.take(said);
        queue.advance(docket, moment);
        return docket.decision().with(due(docket, moment));
    }

    /**
     * What becomes of a message. All that was due before it must have been released.
     *
     * @throws IllegalArgumentException if the message has no subject
     */
    public Decision decide(Message message, SubjectState state, Moment moment) {
        String subject = policy.keyedBy() == MessageField.SENDER
                ? message.sender()
                : subject(message).orElse("");
        if (subject.isEmpty()) {
            throw new IllegalArgumentException(
                    "message " + message.id() + " has no " + policy.keyedBy().label());
        }
        Activity activity = state.activity();
        Standing standing = state.standing();
        Hearing hearing = new Hearing(policy, policy.read(message), subject, moment, activity, standing);
        Optional<Refusal> refusal = firstRefusal(forAll, hearing);
        if (refusal.isEmpty() && policy.admins().contains(subject)) {
            return Decision.of(
                    new Allowed(message, hearing.at(), policy.version(), hearing.flags(), Optional.of(Allowed.ADMIN)));
        }
        if (refusal.isEmpty()) {
            refusal = firstRefusal(forOthersThanAdmins, hearing);
        }
        if (refusal.isPresent()) {
            return exit.refuse(refusal.get(), message, hearing, standing, state);
        }
        boolean holds = debouncing.isPresent() && debouncing.get().holds(hearing);
        if (!holds && !limits.isQueueing() && exit.next(hearing).isEmpty()) {
            return decideAtOnce(message, hearing, standing, state);
        }
        Docket docket = new Docket(state, activity, standing);
        Candidate candidate = new Candidate(
                message,
                hearing.tier(),
                priorities.rank(hearing.message(), hearing.tier()),
                hearing.at(),
                hearing.flags(),
                List.of(),
                activity.noticeAt());
        if (holds) {
            bursts.join(debouncing.orElseThrow(), candidate, hearing, docket, moment);
        } else {
            admission.admit(candidate, hearing, docket, moment);
        }
        return docket.changesWaiting() ? docket.decision().with(due(docket, moment)) : docket.decision();
    }

    /**
     * What the limits and the checks of content of this gate have to say of a message, before it is judged: for people, in the order
     * of judgement, also what has nothing against it. Nothing for admins, to whom no rule applies.
     */
    public List<String> explain(Message message, SubjectState state, Moment moment) {
        String subject = subject(message).orElse("");
        if (policy.admins().contains(subject)) {
            return List.of();
        }
        Hearing hearing =
                new Hearing(policy, policy.read(message), subject, moment, state.activity(), state.standing());
        List<String> answers = new ArrayList<>(limits.explainOnArrival(hearing));
        spam.ifPresent(check -> answers.addAll(check.explain(hearing)));
        answers.addAll(limits.explain(hearing));
        return answers;
    }

    /**
     * What would become of a message if it came now: decided as a message is, with nothing counted and nothing kept.
     *
     * @throws IllegalArgumentException if the message has no subject
     */
    public Outlook foresee(Message message, SubjectState state, Moment moment) {
        return new Foresight(this, policy.version()).of(message, state, moment);
    }

    /** When the burst is over whose last message this is. */
    OptionalLong endOfBurst(Held last) {
        return ending.dueAt(new Waiting(List.of(last)));
    }

    /** What is known of a subject, and how much of each limit is used by messages such as it is asked about. */
    public SubjectView view(Inquiry inquiry, SubjectState state, Moment moment) {
        Message message = policy.read(inquiry.message(policy.keyedBy()));
        Hearing hearing = new Hearing(policy, message, inquiry.subject(), moment, state.activity(), state.standing());
        List<LimitUsage> usage = limits.usage(
                hearing, limit -> inquiry.knows(limit.subKeys(), policy.keyedBy()) && limit.applies(hearing));
        return views.view(hearing, state, usage);
    }

    /** Of a message that cannot be made to wait and visits no other gate: nearly all, so that this is kept short. */
    private Decision decideAtOnce(Message message, Hearing hearing, Standing standing, SubjectState state) {
        Optional<Refusal> refusal = limits.ask(hearing);
        if (refusal.isPresent()) {
            return exit.refuse(refusal.get(), message, hearing, standing, state);
        }
        limits.count(hearing);
        Allowed allowed = new Allowed(message, hearing.at(), policy.version(), hearing.flags(), Optional.empty());
        return SenderExit.decision(hearing, standing, hearing.lettingOn(allowed));
    }

    /**
     * What becomes of the messages that wait and whose time has come: of bursts that are over by the time, and of queued messages
     * that have room or have waited too long at the present. A burst is decided at the time of the moment: it should be that at which
     * the burst was over.
     */
    public Decision release(SubjectState state, Moment moment) {
        Docket docket = new Docket(state);
        bursts.release(ending, docket, moment);
        queue.advance(docket, moment);
        return docket.decision().with(due(docket, moment));
    }

    /** When to release what waits of a subject. */
    public Due due(SubjectState state, Moment moment) {
        Docket docket = new Docket(state);
        return new Due(ending.dueAt(docket.waiting()), queue.dueAt(docket, moment));
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
}
