package io.weirkeeper.core.penalty;

import java.util.ArrayList;
import java.util.List;

/**
 * The violations of one subject: strikes with their times, and the episodes that are running. Immutable.
 *
 * @param strikes oldest first, at most {@value #MOST_STRIKES} entries
 * @param episodes at most one for each rule
 */
public record Ledger(List<Strike> strikes, List<Episode> episodes) {

    public static final Ledger EMPTY = new Ledger(List.of(), List.of());

    /** More entries than this are not kept apart: the two closest become one. */
    public static final int MOST_STRIKES = 128;

    /** Points added at a time (epoch milliseconds). */
    public record Strike(long at, int points) {}

    /**
     * A time during which further offences against a rule are the same violation.
     *
     * @param rule the fingerprint of the rule's id
     * @param end epoch milliseconds, exclusive
     */
    public record Episode(long rule, long end) {}

    public Ledger {
        strikes = List.copyOf(strikes);
        episodes = List.copyOf(episodes);
    }

    /** Whether an offence against the rule at that time belongs to a violation already written down. */
    public boolean inEpisode(long rule, long at) {
        for (Episode episode : episodes) {
            if (episode.rule() == rule && at < episode.end()) {
                return true;
            }
        }
        return false;
    }

    /** Strikes not older than the window at that time. */
    public int total(long at, long window) {
        return (int) Math.min(
                Integer.MAX_VALUE,
                strikes.stream()
                        .filter(strike -> strike.at() > at - window)
                        .mapToLong(Strike::points)
                        .sum());
    }

    /** The ledger with one more violation; what no longer matters at that time is dropped. */
    public Ledger violation(long rule, long at, int points, long episode, long window) {
        List<Strike> kept = new ArrayList<>(
                strikes.stream().filter(strike -> strike.at() > at - window).toList());
        kept.add(new Strike(at, points));
        if (kept.size() > MOST_STRIKES) {
            joinClosest(kept);
        }
        List<Episode> running = new ArrayList<>(
                episodes.stream().filter(e -> e.rule() != rule && at < e.end()).toList());
        running.add(new Episode(rule, at + episode));
        return new Ledger(kept, running);
    }

    /** Joins the two entries that are closest in time, at the earlier time: strikes may be forgotten early, never late. */
    private static void joinClosest(List<Strike> strikes) {
        int closest = 1;
        for (int i = 2; i < strikes.size(); i++) {
            if (gap(strikes, i) < gap(strikes, closest)) {
                closest = i;
            }
        }
        Strike later = strikes.remove(closest);
        Strike earlier = strikes.get(closest - 1);
        strikes.set(closest - 1, new Strike(earlier.at(), saturatedSum(earlier.points(), later.points())));
    }

    private static long gap(List<Strike> strikes, int i) {
        return strikes.get(i).at() - strikes.get(i - 1).at();
    }

    private static int saturatedSum(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }
}
