package io.weirkeeper.core.gate;

/**
 * When a message is judged; epoch milliseconds.
 *
 * @param time the message's own time, by which it is judged
 * @param present the latest of that time and the wall clock, by which its age is told
 */
public record Moment(long time, long present) {

    public Moment {
        present = Math.max(time, present);
    }
}
