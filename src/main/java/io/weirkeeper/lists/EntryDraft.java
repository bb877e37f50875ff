package io.weirkeeper.lists;

import io.weirkeeper.config.Durations;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.events.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The fields of one entry as they were read, before they are held against what each must fulfil. */
final class EntryDraft {
    private final ListKind kind;
    private final long line;
    private final Map<String, String> fields = new HashMap<>();

    EntryDraft(ListKind kind, long line) {
        this.kind = kind;
        this.line = line;
    }

    /** Whether such lists have this field. */
    static boolean knows(ListKind kind, String field) {
        return field.equals(kind.key())
                || Column.named(field).filter(kind.columns()::contains).isPresent();
    }

    /** What a list has instead of a field that it does not know. */
    static String unknown(ListKind kind, String field) {
        String others = String.join(
                ", ", kind.columns().stream().map(Column::label).sorted().toList());
        return "\"" + field + "\" is unknown; there are " + kind.key() + ", " + others;
    }

    /** Takes a field; an empty text is none. */
    void put(String field, String text) {
        if (!text.isEmpty()) {
            fields.put(field, text);
        }
    }

    /**
     * The entry.
     *
     * @param now epoch milliseconds, from which durations run
     * @throws BadEntryException if it is none
     */
    ListEntry checked(long now) throws BadEntryException {
        String name = bounded(kind.key()).orElseThrow(() -> new BadEntryException(kind.key() + " is missing"));
        if (!kind.takes(name)) {
            throw new BadEntryException(kind.key() + ": this is no " + kind.key());
        }
        return new ListEntry(line, name, bounded(Column.REASON.label()), until(now));
    }

    private Optional<String> bounded(String field) throws BadEntryException {
        Optional<String> text = Optional.ofNullable(fields.get(field));
        if (text.isPresent()) {
            byte[] utf8 = text.get().getBytes(StandardCharsets.UTF_8);
            // Half of a surrogate pair is written as a question mark, which is somebody else's name.
            if (!new String(utf8, StandardCharsets.UTF_8).equals(text.get())) {
                throw new BadEntryException(field + " is not well-formed Unicode");
            }
            if (utf8.length > WireFormat.LARGEST_NAME) {
                throw new BadEntryException(field + " is longer than " + WireFormat.LARGEST_NAME + " bytes");
            }
        }
        return text;
    }

    private OptionalLong until(long now) throws BadEntryException {
        Optional<String> text = Optional.ofNullable(fields.get(Column.UNTIL.label()));
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong duration = Durations.parse(text.get());
        OptionalLong end = duration.isPresent() ? sum(now, duration.getAsLong()) : IsoTime.parse(text.get());
        if (end.isEmpty()) {
            throw new BadEntryException("until is neither a time (2026-12-31T00:00:00Z) nor a duration (2h, 7d)");
        }
        return end;
    }

    private static OptionalLong sum(long now, long duration) {
        return duration > Long.MAX_VALUE - now ? OptionalLong.empty() : OptionalLong.of(now + duration);
    }
}
