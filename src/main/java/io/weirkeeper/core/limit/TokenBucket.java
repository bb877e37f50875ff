package io.weirkeeper.core.limit;

import java.math.BigInteger;

/**
 * Token bucket by the generic cell rate algorithm (ITU-T I.371, virtual scheduling): a token comes back every window / N,
 * exactly, and {@code burst} of them fit. A time at which a token is back is rounded up to the millisecond.
 *
 * @param burst how many messages have room at once, at least 1
 */
record TokenBucket(Rate rate, long burst) implements Limiter {

    TokenBucket {
        if (burst < 1) {
            throw new IllegalArgumentException("burst must be at least 1, not " + burst);
        }
        Math.multiplyExact(burst, rate.window());
    }

    @Override
    public Counter empty() {
        return new Counter.Bucket(0, 0, rate);
    }

    /** A message has room once the bucket would be full within burst - 1 intervals. */
    @Override
    public long freeAt(Counter counter, long at) {
        Counter.Bucket bucket = bucket(counter);
        long ahead = bucket.fraction() - (burst - 1) * rate.window();
        return Math.max(at, bucket.full() - Math.floorDiv(-ahead, rate.count()));
    }

    /** Takes a token; of an arrival without room what is left of the last one, so that the next is back an interval later. */
    @Override
    public Counter count(Counter counter, long at) {
        Counter.Bucket bucket = bucket(counter);
        if (freeAt(bucket, at) > at) {
            Counter.Bucket drained = after(at, 0, burst);
            return isLater(bucket, drained) ? bucket : drained;
        }
        return bucket.full() < at ? after(at, 0, 1) : after(bucket.full(), bucket.fraction(), 1);
    }

    @Override
    public long left(Counter counter, long at) {
        Counter.Bucket bucket = bucket(counter);
        if (bucket.full() < at) {
            return burst;
        }
        long owed = (bucket.full() - at) * rate.count() + bucket.fraction();
        return Math.max(0, (burst * rate.window() - owed) / rate.window());
    }

    @Override
    public long idleAt(Counter counter) {
        Counter.Bucket bucket = bucket(counter);
        return bucket.fraction() == 0 ? bucket.full() : bucket.full() + 1;
    }

    /** Another bucket keeps the time at which it is full again; what a window counted is drawn from this bucket. */
    private Counter.Bucket bucket(Counter counter) {
        if (counter instanceof Counter.Bucket bucket) {
            return bucket.rate().equals(rate) ? bucket : rescaled(bucket);
        }
        Counter.Bucket adopted = new Counter.Bucket(0, 0, rate);
        for (Counter.Counted counted : counter.counted()) {
            adopted = adopted(adopted, counted.at(), Math.min(counted.messages(), burst));
        }
        return adopted;
    }

    /** As if so many messages, at most as many as fit, were counted one by one. */
    private Counter.Bucket adopted(Counter.Bucket bucket, long at, long messages) {
        Counter.Bucket drained = after(at, 0, burst);
        if (isLater(bucket, drained)) {
            return bucket;
        }
        Counter.Bucket next =
                bucket.full() < at ? after(at, 0, messages) : after(bucket.full(), bucket.fraction(), messages);
        return isLater(next, drained) ? drained : next;
    }

    private Counter.Bucket rescaled(Counter.Bucket bucket) {
        // Rounded up; the product may need more than 64 bits.
        BigInteger[] quotient = BigInteger.valueOf(bucket.fraction())
                .multiply(BigInteger.valueOf(rate.count()))
                .divideAndRemainder(BigInteger.valueOf(bucket.rate().count()));
        long fraction = quotient[0].longValueExact() + quotient[1].signum();
        return fraction == rate.count()
                ? new Counter.Bucket(bucket.full() + 1, 0, rate)
                : new Counter.Bucket(bucket.full(), fraction, rate);
    }

    private Counter.Bucket after(long full, long fraction, long intervals) {
        long nths = fraction + intervals * rate.window();
        return new Counter.Bucket(full + nths / rate.count(), nths % rate.count(), rate);
    }

    private static boolean isLater(Counter.Bucket a, Counter.Bucket b) {
        return a.full() > b.full() || (a.full() == b.full() && a.fraction() > b.fraction());
    }
}
