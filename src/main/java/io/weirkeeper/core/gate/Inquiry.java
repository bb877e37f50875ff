package io.weirkeeper.core.gate;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What somebody wants to know of a subject: about messages of which these fields are known.
 *
 * @param fields of the messages; that by which the policy is keyed is the subject's, whatever stands here
 */
public record Inquiry(String subject, Map<MessageField, String> fields) {

    /** The fields that may be told. */
    public static final Set<MessageField> FIELDS = Set.of(
            MessageField.SENDER,
            MessageField.RECIPIENT,
            MessageField.USER,
            MessageField.CONVERSATION,
            MessageField.COMMAND,
            MessageField.ADDRESS,
            MessageField.CHANNEL,
            MessageField.LANGUAGE);

    public Inquiry {
        if (!FIELDS.containsAll(fields.keySet())) {
            throw new IllegalArgumentException("cannot be told: " + fields.keySet());
        }
        fields = Map.copyOf(fields);
    }

    /** Nothing is known of the message. */
    static Inquiry ofGate() {
        return new Inquiry("", Map.of());
    }

    /** Such a message, under a policy that is keyed by this. */
    Message message(MessageField keyedBy) {
        Map<MessageField, String> all = all(keyedBy);
        return new Message(
                "",
                all.getOrDefault(MessageField.CHANNEL, ""),
                all.getOrDefault(MessageField.SENDER, ""),
                Optional.ofNullable(all.get(MessageField.RECIPIENT)),
                Optional.ofNullable(all.get(MessageField.USER)),
                Optional.ofNullable(all.get(MessageField.CONVERSATION)),
                Optional.ofNullable(all.get(MessageField.COMMAND)),
                Optional.ofNullable(all.get(MessageField.ADDRESS)),
                Optional.ofNullable(all.get(MessageField.LANGUAGE)),
                OptionalInt.empty(),
                "",
                0,
                Map.of());
    }

    /** Whether all these fields are known. */
    boolean knows(List<MessageField> wanted, MessageField keyedBy) {
        Set<MessageField> known = EnumSet.of(keyedBy);
        known.addAll(fields.keySet());
        return known.containsAll(wanted);
    }

    private Map<MessageField, String> all(MessageField keyedBy) {
        Map<MessageField, String> all = new EnumMap<>(MessageField.class);
        all.putAll(fields);
        all.put(keyedBy, subject);
        return all;
    }
}
