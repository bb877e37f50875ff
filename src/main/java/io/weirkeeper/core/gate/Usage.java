package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.Counter;
import io.weirkeeper.core.limit.Limiter;

/**
 * One limit as it stands for one message.
 *
 * @param key the fingerprint under which the message is counted
 * @param at when the message is judged, epoch milliseconds
 */
record Usage(LimitCheck limit, long key, Limiter limiter, Counter counter, long at) {

    boolean isExceeded() {
        return freeAt() > at;
    }

    /** The earliest time at which a message has room. */
    long freeAt() {
        return limiter.freeAt(counter, at);
    }

    Usage counted() {
        return new Usage(limit, key, limiter, limiter.count(counter, at), at);
    }

    Counters.Entry entry() {
        return new Counters.Entry(key, counter, limiter.idleAt(counter));
    }

    String detail() {
        return limit.detail(limiter);
    }
}
