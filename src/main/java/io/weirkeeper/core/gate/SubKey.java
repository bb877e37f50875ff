package io.weirkeeper.core.gate;

import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a rule counts or compares by besides the subject, as a fingerprint. */
final class SubKey {
    private SubKey() {}

    /** The fields besides the key of the gate, always in the same order: fingerprints of them are kept. */
    static List<MessageField> fields(Set<MessageField> per, Optional<MessageField> keyField) {
        return per.stream()
                .filter(field -> !keyField.equals(Optional.of(field)))
                .sorted()
                .toList();
    }

    /** Whether the message has all these fields. */
    static boolean isComplete(List<MessageField> fields, Message message) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).of(message).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The rule's fingerprint with the fields of the message; a missing field is a value of its own. */
    static long of(long rule, List<MessageField> fields, Message message) {
        long key = rule;
        for (int i = 0; i < fields.size(); i++) {
            Optional<String> value = fields.get(i).of(message);
            key = value.isPresent() ? Fingerprint.of(key, value.get()) : Fingerprint.ofMissing(key);
        }
        return key;
    }
}
