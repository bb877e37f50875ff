package io.weirkeeper.events.wire;

import java.util.Optional;

/** What holds for every text that names something: ids, subjects, and all fields but body and attributes. */
final class Names {

    private Names() {}

    static void requireBounded(String field, Optional<String> name) throws InvalidRecord {
        if (name.isPresent() && Text.exceeds(name.get(), WireFormat.LARGEST_NAME)) {
            throw InvalidRecord.field(field, "longer than " + WireFormat.LARGEST_NAME + " bytes");
        }
    }

    static void requirePresent(String field, Optional<String> name) throws InvalidRecord {
        if (name.isEmpty() || name.get().isEmpty()) {
            throw InvalidRecord.field(field, "missing");
        }
    }

    static void requireSender(Optional<String> sender) throws InvalidRecord {
        if (sender.isEmpty() || sender.get().isEmpty()) {
            throw new InvalidRecord(Defect.MISSING_SENDER, "sender: missing");
        }
    }

    /** The id, or the place of the record. An empty id names nothing: two messages that have it are not the same. */
    static String idOr(Optional<String> id, RecordOrigin origin) {
        return id.isPresent() && !id.get().isEmpty() ? id.get() : origin.id();
    }
}
