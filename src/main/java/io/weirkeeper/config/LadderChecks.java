package io.weirkeeper.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What no rung shows alone: rungs that stand on the same strikes or that keep others, or themselves, from being reached. */
record LadderChecks(List<RungDraft> rungs, Optional<Long> window, Optional<Integer> permanentAt) {

    void check() {
        Map<Integer, Integer> lines = new HashMap<>();
        for (RungDraft rung : rungs) {
            rung.at().ifPresent(at -> {
                Optional.ofNullable(lines.putIfAbsent(at, rung.place().line("at")))
                        .ifPresent(
                                line -> rung.place().problem("at", "two rungs at " + at + "; first on line " + line));
                permanentAt
                        .filter(permanent -> at >= permanent)
                        .ifPresent(permanent ->
                                rung.place().problem("at", "could never act: penalties.permanentAt is " + permanent));
                checkDuration(rung, at);
            });
        }
    }

    /** Strikes of a subject that is stopped are forgotten meanwhile: it would start from nothing each time. */
    private void checkDuration(RungDraft rung, int at) {
        if (rung.duration().isEmpty() || window.isEmpty() || rung.duration().get() < window.get()) {
            return;
        }
        if (permanentAt.isPresent() || isBelowAnother(at)) {
            rung.place()
                    .problem(
                            "for",
                            "must be shorter than penalties.window, " + Durations.format(window.get())
                                    + ", or what is above it could never be reached");
        }
    }

    private boolean isBelowAnother(int at) {
        return rungs.stream()
                .anyMatch(other -> other.at().filter(above -> above > at).isPresent());
    }
}
