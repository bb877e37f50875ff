package io.weirkeeper.core.gate;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.message.GateKind;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Effect;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How messages leave a wider gate. It is past standing, and its refusals are no violations. Among its texts the gate remembers to
 * whom it has given a notice: a busy gate must not make the bot the flood.
 */
final class WiderExit implements Exit {
    /** So many senders are told in {@code atMostOncePer}; the others are spared a notice rather than given two. */
    private static final int MOST_NOTICED = 256;

    private final GateKind kind;
    private final Policy policy;
    private final Route route;
    private final Lists lists;
    private final Optional<Notices> notices;

    WiderExit(GateKind kind, Policy policy, Lists lists) {
        this.kind = kind;
        this.policy = policy;
        this.route = new Route(policy);
        this.lists = lists;
        this.notices = policy.notices().map(Notices::new);
    }

    @Override
    public Hearing hear(Candidate candidate, SubjectState state, Moment moment) {
        Message message = candidate.message();
        long time = kind == GateKind.GLOBAL ? moment.present() : moment.time();
        Hearing hearing = new Hearing(
                policy,
                policy.read(message),
                policy.keyedBy().of(message).orElse(""),
                new Moment(time, moment.present(), moment.order()),
                state.activity(),
                state.standing(),
                Optional.of(candidate.tier()));
        candidate.flags().forEach(hearing::flag);
        return hearing;
    }

    @Override
    public Optional<Refusal> stops(Hearing hearing) {
        return Optional.empty();
    }

    @Override
    public boolean isPaused(Hearing hearing) {
        return hearing.standing().block().isPresent();
    }

    @Override
    public OptionalLong pausedUntil(Hearing hearing) {
        return hearing.standing().block().map(pause -> pause.term().until()).orElse(OptionalLong.empty());
    }

    @Override
    public Decision refuse(Refusal refusal, Candidate candidate, Hearing hearing, SubjectState state) {
        long at = hearing.decidedAt();
        Optional<String> notice = notices.filter(texts -> isDue(texts, candidate, hearing))
                .flatMap(texts -> texts.text(refusal, hearing.message().language(), at, refusal.retryAt()));
        Blocked blocked = new Blocked(
                candidate.message(),
                at,
                policy.version(),
                refusal.reason(),
                refusal.rule(),
                refusal.detail(),
                refusal.retryAt(),
                Optional.empty(),
                notice,
                candidate.heldUntil(at));
        Activity after = hearing.after(true, hearing.before().noticeAt());
        return decision(notice.isPresent() ? noticed(after, hearing) : after, List.of(blocked));
    }

    private static boolean isDue(Notices notices, Candidate candidate, Hearing hearing) {
        return notices.isDue(candidate.noticeAt(), hearing.decidedAt())
                && hearing.before()
                        .texts()
                        .hasRoomFor(
                                Fingerprint.of(hearing.subject()), hearing.decidedAt(), notices.pause(), MOST_NOTICED);
    }

    private Activity noticed(Activity activity, Hearing hearing) {
        long pause = notices.map(Notices::pause).orElse(0L);
        Remembered noticed =
                activity.texts().with(Fingerprint.of(hearing.subject()), hearing.decidedAt(), pause, MOST_NOTICED);
        return new Activity(activity.time(), activity.counters(), noticed, activity.ids(), activity.noticeAt());
    }

    @Override
    public Decision keep(Hearing hearing, SubjectState state) {
        return new Decision(
                Optional.of(hearing.after(true, hearing.before().noticeAt())),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Override
    public Decision pass(Candidate candidate, Hearing hearing, SubjectState state) {
        Candidate flagged = candidate.flagged(hearing.flags());
        Effect effect = route.after(kind, hearing.message(), candidate.tier(), lists.isGlobalGatePaused())
                .<Effect>map(next -> Route.transfer(next, flagged, hearing.message(), hearing.decidedAt()))
                .orElseGet(() -> Allowed.of(flagged, hearing.decidedAt(), policy.version()));
        return decision(hearing.after(true, hearing.before().noticeAt()), hearing.lettingOn(effect));
    }

    private static Decision decision(Activity after, List<Effect> effects) {
        return new Decision(Optional.of(after), Optional.empty(), Optional.empty(), effects);
    }
}
