package io.weirkeeper.core.gate;

/**
 * When a message is judged; epoch milliseconds.
 *
 * @param time the message's own time, by which it is judged
 * @param present the latest of that time and the wall clock, by which its age is told
 * @param order tells apart what comes in the same millisecond: greater than that of all that came to the same task before
 */
public record Moment(long time, long present, long order) {

    public Moment {
        present = Math.max(time, present);
    }

    /** Of something that nobody waits behind. */
    public Moment(long time, long present) {
        this(time, present, 0);
    }
}
