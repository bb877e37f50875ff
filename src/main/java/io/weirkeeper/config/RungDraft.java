package io.weirkeeper.config;

import io.weirkeeper.core.penalty.PenaltyKind;
import io.weirkeeper.core.penalty.Rung;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry of {@code penalties.ladder} as far as it could be read.
 *
 * @param place where it stands in the file
 * @param duration milliseconds, of a kind that has a duration
 * @param rung the rung, if nothing in it is wrong
 */
record RungDraft(YamlMap place, Optional<Integer> at, Optional<Long> duration, Optional<Rung> rung) {

    private static final Words<Deed> DEEDS = Words.ofEnum(Deed.values());

    private enum Deed {
        WARN(PenaltyKind.WARNING),
        TIMEOUT(PenaltyKind.TIMEOUT),
        BAN(PenaltyKind.BAN);

        private final PenaltyKind kind;

        Deed(PenaltyKind kind) {
            this.kind = kind;
        }
    }

    static Optional<RungDraft> read(YamlMap map) {
        Optional<Integer> at = map.required("at", value -> value.wholeNumber(1, Integer.MAX_VALUE));
        Optional<Deed> deed = map.required("do", value -> value.oneOf(DEEDS));
        boolean lasts = !deed.equals(Optional.of(Deed.WARN));
        Optional<Long> duration = lasts && deed.isPresent()
                ? map.required("for", YamlValue::duration)
                : map.optional("for", YamlValue::duration);
        if (!lasts && duration.isPresent()) {
            map.problem("for", "a warning does not last; leave it out");
        }
        if (!map.isSound()) {
            return Optional.of(new RungDraft(map, at, lasts ? duration : Optional.empty(), Optional.empty()));
        }
        OptionalLong millis = duration.isPresent() ? OptionalLong.of(duration.get()) : OptionalLong.empty();
        Rung rung = new Rung(at.orElseThrow(), deed.orElseThrow().kind, millis);
        return Optional.of(new RungDraft(map, at, duration, Optional.of(rung)));
    }
}
