package io.weirkeeper.core.gate;

import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a rule counts or compares by besides the subject, as a fingerprint. */
final class SubKey {
    private SubKey() {}

    /** The fields besides the subject, always in the same order: fingerprints of them are kept. */
    static List<MessageField> fields(Set<MessageField> per, MessageField keyedBy) {
        return per.stream().filter(field -> field != keyedBy).sorted().toList();
    }

    /** The rule's fingerprint with the fields of the message; nothing if the message misses one. */
    static OptionalLong of(long rule, List<MessageField> fields, Message message) {
        long key = rule;
        for (int i = 0; i < fields.size(); i++) {
            Optional<String> value = fields.get(i).of(message);
            if (value.isEmpty()) {
                return OptionalLong.empty();
            }
            key = Fingerprint.of(key, value.get());
        }
        return OptionalLong.of(key);
    }

    /** The same where a missing field is a value of its own. */
    static long withMissing(long rule, List<MessageField> fields, Message message) {
        long key = rule;
        for (int i = 0; i < fields.size(); i++) {
            Optional<String> value = fields.get(i).of(message);
            key = value.isPresent() ? Fingerprint.of(key, value.get()) : Fingerprint.ofMissing(key);
        }
        return key;
    }
}
