package io.weirkeeper.config;

import io.weirkeeper.core.penalty.Ladder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code penalties}: what strikes lead to. */
final class PenaltiesSection {
    private PenaltiesSection() {}

    static Optional<Ladder> read(YamlMap map) {
        Optional<Long> window = map.optional("window", PenaltiesSection::window, Ladder.DEFAULT_WINDOW);
        List<RungDraft> rungs = map.optional("ladder", value -> value.list(item -> item.mapping(RungDraft::read)))
                .orElse(List.of());
        Optional<Integer> permanentAt = map.optional("permanentAt", value -> value.wholeNumber(1, Integer.MAX_VALUE));
        new LadderChecks(rungs, window, permanentAt).check();
        if (!map.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new Ladder(
                window.orElseThrow(),
                rungs.stream().map(RungDraft::rung).flatMap(Optional::stream).toList(),
                permanentAt.isPresent() ? OptionalInt.of(permanentAt.get()) : OptionalInt.empty()));
    }

    private static Optional<Long> window(YamlValue value) {
        return value.duration().filter(millis -> {
            if (millis > Ladder.LONGEST_WINDOW) {
                value.problem("must be at most " + Durations.format(Ladder.LONGEST_WINDOW) + ", not "
                        + Durations.format(millis));
            }
            return millis <= Ladder.LONGEST_WINDOW;
        });
    }
}
