package io.weirkeeper.core.gate;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.limit.Counter;
import io.weirkeeper.core.limit.Limiter;
import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.policy.BackoffRule;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.standing.Term;
import io.weirkeeper.core.verdict.AuditEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Pauses the global gate when the provider refuses too often. Refused credentials are most likely a ban: then only an operator lets it
 * go on.
 */
final class Backoff {
    private static final long KEY = Fingerprint.of("providerBackoff");
    private static final Optional<String> BY = Optional.of("providerBackoff");

    private final BackoffRule rule;
    private final Limiter errors;

    Backoff(BackoffRule rule) {
        this.rule = rule;
        this.errors = Limiter.slidingWindow(rule.errors());
    }

    void hear(DeliveryReport report, Docket docket, Moment moment) {
        if (report.status() == DeliveryReport.Status.SENT) {
            return;
        }
        long at = Math.max(moment.present(), docket.activity().time());
        Optional<Standing.Block> pause = docket.standing().at(at).block();
        if (report.errorKind().equals(Optional.of(DeliveryReport.ErrorKind.AUTHENTICATION))) {
            if (pause.isEmpty() || pause.get().term().until().isPresent()) {
                pause(report, OptionalLong.empty(), docket, at);
            }
        } else if (pause.isEmpty() && isOneTooMany(docket, at)) {
            pause(report, OptionalLong.of(at + rule.pause()), docket, at);
        }
    }

    /** Counts a failure. Those that led to a pause do not lead to the next one. */
    private boolean isOneTooMany(Docket docket, long at) {
        Activity before = docket.activity();
        Counter counted = errors.count(before.counters().get(KEY, errors.empty()), at);
        boolean tooMany = errors.left(counted, at) == 0;
        Counter kept = tooMany ? errors.empty() : counted;
        Counters counters = before.counters()
                .with(new Counters.Entry[] {new Counters.Entry(KEY, kept, errors.idleAt(kept))}, at, key -> key == KEY);
        docket.take(new Decision(
                Optional.of(new Activity(at, counters, before.texts(), before.ids(), before.noticeAt())),
                Optional.empty(),
                Optional.empty(),
                List.of()));
        return tooMany;
    }

    private static void pause(DeliveryReport report, OptionalLong until, Docket docket, long at) {
        Standing.Block pause = new Standing.Block(new Term(until), at, BY, report.error());
        docket.take(new Decision(
                Optional.empty(),
                Optional.of(docket.standing().withBlock(Optional.of(pause))),
                Optional.empty(),
                List.of(new AuditEvent.ProviderBackoff(report.recipient(), at, until, report.messageId()))));
    }
}
