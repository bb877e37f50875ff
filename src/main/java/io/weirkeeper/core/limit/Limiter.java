package io.weirkeeper.core.limit;

/**
 * The arithmetic of one limit: configuration without state. What was counted is a {@link Counter}, a value that comes in
 * and goes out; the time of a message comes in too and never decreases for one counter. Times are epoch milliseconds.
 *
 * <p>Every algorithm keeps the same promises, held by one contract test: a refusal changes nothing, {@link #freeAt} is
 * tight, and a counter past {@link #idleAt} behaves like an empty one. A counter of another algorithm or another rate is
 * taken as it is: what it counted carries over.
 */
public sealed interface Limiter permits SlidingLog, SlottedWindow, TokenBucket {

    /** The largest N that a sliding window counts with a log of times; above it with slots. */
    int LARGEST_EXACT = 256;

    /** A counter of this limiter in which nothing is counted. */
    Counter empty();

    /** The earliest time, {@code at} or later, at which one more message has room if nothing else comes. */
    long freeAt(Counter counter, long at);

    /**
     * The counter after one more message, also after one that had no room: limits on arrivals count those too, and a flood
     * still ends one window (for a token bucket: one interval) after it slows down.
     */
    Counter count(Counter counter, long at);

    /** How many more messages have room at that time. */
    long left(Counter counter, long at);

    /** From when on the counter is as good as an empty one, so that it need not be kept; epoch milliseconds. */
    long idleAt(Counter counter);

    /** The limiter for a rate in which the latest messages count, wherever the window is put. */
    static Limiter slidingWindow(Rate rate) {
        return rate.count() > LARGEST_EXACT ? new SlottedWindow(rate) : new SlidingLog(rate);
    }

    /** The limiter for a rate in which tokens come back evenly and so many can be used at once. */
    static Limiter tokenBucket(Rate rate, long burst) {
        return new TokenBucket(rate, burst);
    }
}
