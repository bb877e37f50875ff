package io.weirkeeper.core.message;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The gates, in the order in which a message visits those that its policy has rules for. */
public enum GateKind {
    /** Of the policy's keyedBy field. */
    SUBJECT(Optional.empty()),
    USER(Optional.of(MessageField.USER)),
    CONVERSATION(Optional.of(MessageField.CONVERSATION)),
    ADDRESS(Optional.of(MessageField.ADDRESS)),
    /** One key for all messages. */
    GLOBAL(Optional.empty());

    private final Optional<MessageField> field;

    GateKind(Optional<MessageField> field) {
        this.field = field;
    }

    /** The gate at which a rule with such a key is judged. */
    public static GateKind of(Set<MessageField> per, MessageField keyedBy) {
        if (per.contains(keyedBy)) {
            return SUBJECT;
        }
        for (GateKind kind : values()) {
            if (kind.field.isPresent() && per.contains(kind.field.get())) {
                return kind;
            }
        }
        return GLOBAL;
    }

    /** The field whose value is the key, under a policy keyed by that field. */
    public Optional<MessageField> keyField(MessageField keyedBy) {
        return this == SUBJECT ? Optional.of(keyedBy) : field;
    }

    /** The field whose value is the key of this gate; the subject's gate and the global one have none. */
    public Optional<MessageField> field() {
        return field;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
