package io.weirkeeper.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a message that a policy may name in {@code per} and {@code when}. */
public enum MessageField {
    ID(m -> Optional.of(m.id())),
    CHANNEL(m -> Optional.of(m.channel())),
    SENDER(m -> Optional.of(m.sender())),
    RECIPIENT(Message::recipient),
    USER(Message::user),
    CONVERSATION(Message::conversation),
    /** Compared without case: what is read here is in lower case. */
    COMMAND(m -> m.command().map(MessageField::foldCommand)),
    ADDRESS(Message::address),
    LANGUAGE(Message::language),
    PRIORITY(m ->
            m.priority().isPresent() ? Optional.of(Integer.toString(m.priority().getAsInt())) : Optional.empty()),
    BODY(m -> Optional.of(m.body()));

    private final Function<Message, Optional<String>> reader;

    MessageField(Function<Message, Optional<String>> reader) {
        this.reader = reader;
    }

    /** The value of this field in the form in which values are compared. */
    public Optional<String> of(Message message) {
        return reader.apply(message);
    }

    /** The form in which a value that a policy lists for this field is compared. */
    public String comparable(String listed) {
        return this == COMMAND ? foldCommand(listed) : listed;
    }

    /** The name as it stands in policies and records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field with this name in a policy. */
    public static Optional<MessageField> named(String label) {
        return Arrays.stream(values())
                .filter(field -> field.label().equals(label))
                .findFirst();
    }

    private static String foldCommand(String command) {
        return ComparableText.lower(command);
    }
}
