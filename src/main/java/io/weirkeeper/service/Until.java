package io.weirkeeper.service;

import io.weirkeeper.config.Durations;
import io.weirkeeper.events.wire.IsoTime;
import java.util.OptionalLong;

/** The end of what an operator says, as operators write it. */
public final class Until {
    private Until() {}

    /**
     * The end in epoch milliseconds; empty if the text is no time to come.
     *
     * @param text a time (2026-12-31T00:00:00Z) or a duration from now (2h, 7d)
     * @param now epoch milliseconds
     */
    public static OptionalLong parse(String text, long now) {
        OptionalLong duration = Durations.parse(text);
        OptionalLong end = duration.isPresent() ? sum(now, duration.getAsLong()) : IsoTime.parse(text);
        return end.isPresent() && end.getAsLong() > now ? end : OptionalLong.empty();
    }

    private static OptionalLong sum(long now, long duration) {
        return duration > Long.MAX_VALUE - now ? OptionalLong.empty() : OptionalLong.of(now + duration);
    }
}
