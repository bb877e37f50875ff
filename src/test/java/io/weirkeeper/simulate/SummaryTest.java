package io.weirkeeper.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Counts by verdict and reason, and the share of responses saved. */
class SummaryTest {
    private static final Message MESSAGE = Message.of("m1", "sms", "a", "hello", 0);

    private final Summary summary = new Summary();

    private Summary allowed(int times) {
        for (int i = 0; i < times; i++) {
            summary.add(new Allowed(MESSAGE, 0, 0, List.of(), Optional.empty()));
        }
        return summary;
    }

    private Summary debounced(Debounced.Cause cause, int times) {
        for (int i = 0; i < times; i++) {
            summary.add(new Debounced(MESSAGE, 0, 0, cause, "m2"));
        }
        return summary;
    }

    private Summary blocked(Reason reason, int times) {
        for (int i = 0; i < times; i++) {
            summary.add(new Blocked(
                    MESSAGE,
                    0,
                    0,
                    reason,
                    Optional.empty(),
                    "",
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return summary;
    }

    @Test
    void savedIsTheShareThatWasNotAllowed() {
        allowed(3);
        blocked(Reason.DUPLICATE, 4);
        blocked(Reason.STALE, 1);
        debounced(Debounced.Cause.SUPERSEDED, 2);
        debounced(Debounced.Cause.MERGED, 6);

        assertThat(summary.saved()).isEqualTo(1 - 3.0 / 16);
    }

    @Test
    void nothingIsSavedWhereNothingWasJudged() {
        assertThat(summary.saved()).isZero();
    }

    @Test
    void allIsSavedWhereAllIsStoppedAndNothingWhereAllIsAllowed() {
        assertThat(allowed(2).saved()).isZero();
        Summary stopped = new Summary();
        stopped.add(new Debounced(MESSAGE, 0, 0, Debounced.Cause.MERGED, "m2"));
        assertThat(stopped.saved()).isEqualTo(1);
    }

    @Test
    void theTableHasALineForEachVerdictAndEachReasonThatOccurred() {
        allowed(1_200);
        blocked(Reason.RATE_LIMITED, 2);
        blocked(Reason.BLOCKLISTED, 1);
        blocked(Reason.QUEUE_EXPIRED, 3);
        debounced(Debounced.Cause.MERGED, 1);
        debounced(Debounced.Cause.SUPERSEDED, 4);

        assertThat(summary.toString().lines())
                .containsExactly(
                        "judged                     1,211",
                        "ALLOWED                    1,200",
                        "DEBOUNCED                      5",
                        "  SUPERSEDED                   4",
                        "  MERGED                       1",
                        "BLOCKED                        6",
                        "  BLOCKLISTED                  1",
                        "  RATE_LIMITED                 2",
                        "  QUEUE_EXPIRED                3",
                        "saved                        0.9 %");
    }

    @Test
    void theTableOfNothingIsATableToo() {
        assertThat(summary.toString().lines())
                .containsExactly(
                        "judged                         0",
                        "ALLOWED                        0",
                        "DEBOUNCED                      0",
                        "BLOCKED                        0",
                        "saved                        0.0 %");
    }
}
