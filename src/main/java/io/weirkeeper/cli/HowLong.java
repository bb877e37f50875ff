package io.weirkeeper.cli;

import io.weirkeeper.service.Until;
import java.time.Clock;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For how long something that is said holds. */
final class HowLong {
    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Until then: a time (2026-12-31T00:00:00Z) or a duration from now (2h, 7d).")
    private @Nullable String until;

    private final Clock clock = Clock.systemUTC();

    /** The end in epoch milliseconds; without one it holds until it is taken back. */
    OptionalLong end() {
        if (until == null) {
            return OptionalLong.empty();
        }
        OptionalLong end = Until.parse(until, clock.millis());
        if (end.isEmpty()) {
            throw Failure.wrongUse(
                    "--until takes a time to come (2026-12-31T00:00:00Z) or a duration (2h, 7d), not " + until);
        }
        return end;
    }
}
