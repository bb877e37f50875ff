package io.weirkeeper.core.tally;

import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.core.verdict.Verdict;

/** What is counted apart has a number; it is written to stores, so that it never changes. */
final class Outcome {
    static final int COUNT = 14;
    static final int ALLOWED = 0;

    private Outcome() {}

    static int of(Verdict verdict) {
        if (verdict instanceof Allowed) {
            return ALLOWED;
        } else if (verdict instanceof Blocked blocked) {
            return of(blocked.reason());
        } else if (verdict instanceof Debounced debounced) {
            return of(debounced.cause());
        }
        throw new IllegalArgumentException("unknown verdict: " + verdict);
    }

    static int of(Debounced.Cause cause) {
        return switch (cause) {
            case SUPERSEDED -> 1;
            case MERGED -> 2;
        };
    }

    /** What happens often has a low number, which takes less room. */
    static int of(Reason reason) {
        return switch (reason) {
            case RATE_LIMITED -> 3;
            case DUPLICATE -> 4;
            case PENALIZED -> 5;
            case SPAM_CONTENT -> 6;
            case BLOCKLISTED -> 7;
            case REDELIVERED -> 8;
            case UNREGISTERED -> 9;
            case STALE -> 10;
            case QUEUE_FULL -> 11;
            case QUEUE_EXPIRED -> 12;
            case PROVIDER_BACKOFF -> 13;
        };
    }
}
