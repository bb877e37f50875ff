package io.weirkeeper.core.policy;

import io.weirkeeper.core.limit.Limiter;
import io.weirkeeper.core.limit.Rate;
import io.weirkeeper.core.message.MessageField;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One limit of the policy.
 *
 * @param per the fields that make up the key under which messages are counted
 * @param counts which messages are counted
 * @param onExceed what becomes of a message that exceeds it
 * @param algorithm how they are counted
 * @param strikes what exceeding it adds to the ledger; 0 for nothing
 */
public record LimitRule(
        String id,
        Set<MessageField> per,
        Rate allow,
        Counts counts,
        OnExceed onExceed,
        Algorithm algorithm,
        int strikes,
        Mode mode,
        Condition when) {

    /** Which messages a limit counts. */
    public enum Counts {
        /** All that are no duplicates, also those that are refused afterwards. */
        ARRIVALS,
        /** Those that no limit refuses. */
        ACCEPTED
    }

    /** What becomes of a message that exceeds a limit. */
    public enum OnExceed {
        REFUSE,
        /** It waits until there is room. */
        QUEUE
    }

    /** How a limit counts. */
    public sealed interface Algorithm {
        /** The arithmetic for so many times the rate. */
        Limiter limiter(Rate rate, int factor);

        /** What to tell people of a message that had no room. */
        String exceeded(Rate rate, int factor);
    }

    /** In no window are more than N accepted. */
    public record SlidingWindow() implements Algorithm {
        @Override
        public Limiter limiter(Rate rate, int factor) {
            return Limiter.slidingWindow(rate.times(factor));
        }

        @Override
        public String exceeded(Rate rate, int factor) {
            long allowed = rate.times(factor).count();
            return Ordinal.of(allowed + 1) + " message; " + rate.times(factor) + " allowed";
        }
    }

    /**
     * Tokens come back evenly.
     *
     * @param burst how many messages at once; N without it
     */
    public record TokenBucket(OptionalLong burst) implements Algorithm {
        @Override
        public Limiter limiter(Rate rate, int factor) {
            return Limiter.tokenBucket(rate.times(factor), Math.multiplyExact(burst.orElse(rate.count()), factor));
        }

        @Override
        public String exceeded(Rate rate, int factor) {
            long atOnce = burst.orElse(rate.count()) * factor;
            return "the burst of " + atOnce + " is used up; " + rate.times(factor) + " allowed";
        }
    }

    public LimitRule {
        per = Set.copyOf(per);
        if (counts == Counts.ARRIVALS && onExceed == OnExceed.QUEUE) {
            throw new IllegalArgumentException("limit " + id + " counts arrivals and cannot let them wait");
        }
        if (strikes < 0) {
            throw new IllegalArgumentException("strikes must not be negative: " + strikes);
        }
    }

    /** The arithmetic of this limit when count and burst are multiplied. */
    public Limiter limiter(int factor) {
        return algorithm.limiter(allow, factor);
    }
}
