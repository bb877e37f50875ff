package io.weirkeeper.core.limit;

/**
 * So many messages per so much time, as in {@code 5 per 1m}.
 *
 * @param count at least 1
 * @param window milliseconds, at least 1
 */
public record Rate(long count, long window) {

    public Rate {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, not " + count);
        }
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1 ms, not " + window);
        }
    }

    /** So many times the count in the same time. */
    public Rate times(long factor) {
        return new Rate(Math.multiplyExact(count, factor), window);
    }

    /** As it stands in a policy: {@code 5 per 1m}. */
    @Override
    public String toString() {
        return count + " per " + DurationText.of(window);
    }
}
