package io.weirkeeper.events.wire;

import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import java.util.Optional;
import java.util.OptionalLong;

/** An operator's word as it was read, in whatever encoding, before it is held against what each must fulfil. */
final class ControlDraft {
    Optional<String> id = Optional.empty();
    OptionalLong at = OptionalLong.empty();
    Optional<String> by = Optional.empty();
    Optional<String> type = Optional.empty();
    Optional<String> sender = Optional.empty();
    Optional<String> reason = Optional.empty();
    OptionalLong until = OptionalLong.empty();

    /**
     * The event, checked, with what may be missing filled in from where it was read. A sender beside a word about the gate
     * says nothing.
     */
    ControlEvent checked(RecordOrigin origin) throws InvalidRecord {
        if (knownType().namesSubject()) {
            Names.requireSender(sender);
            Names.requireBounded("sender", sender);
        } else {
            sender = Optional.empty();
        }
        Names.requireBounded("id", id);
        Names.requireBounded("by", by);
        Names.requireBounded("reason", reason);
        id = Optional.of(Names.idOr(id, origin));
        at = OptionalLong.of(at.orElse(origin.timestamp()));
        return complete();
    }

    /** The event when nothing is missing; for what we have written ourselves. */
    ControlEvent complete() {
        return new ControlEvent(
                id.orElseThrow(),
                at.orElseThrow(),
                by,
                type.flatMap(ControlType::named).orElseThrow(),
                sender,
                reason,
                until);
    }

    private ControlType knownType() throws InvalidRecord {
        if (type.isEmpty()) {
            throw InvalidRecord.field("type", "missing");
        }
        return type.flatMap(ControlType::named).orElseThrow(() -> InvalidRecord.field("type", "unknown"));
    }
}
